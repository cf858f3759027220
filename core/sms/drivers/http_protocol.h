// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider over HTTP is asked and how its answers are read: requests out, answers in, no network. Const, and so for any thread.
// HttpDriver does the rest.
#pragma once

#include "core/http/request.h"
#include "core/sms/driver.h"

namespace pfx::sms {

class HttpProtocol {
public:
    HttpProtocol() = default;
    virtual ~HttpProtocol() = default;
    HttpProtocol(const HttpProtocol &) = delete;
    HttpProtocol &operator=(const HttpProtocol &) = delete;

    virtual Abilities abilities() const = 0;
    /// Requests at once.
    virtual int window() const { return 8; }

    virtual http::Request submit(const Outgoing &message) const = 0;
    /// Of any status but 5xx and 429, which mean the same everywhere.
    virtual SubmitResult readSubmit(const Outgoing &message, const http::Response &answer) const = 0;

    /// Something harmless by which one sees that the provider is there: any answer will do.
    virtual http::Request probe() const = 0;

    virtual http::Request sight(const Outgoing &message) const;
    virtual base::Result<Sighting> readSight(const Outgoing &message, const http::Response &answer) const;
    /// For at most `statesAtOnce()` messages.
    virtual http::Request states(const std::vector<Inquiry> &inquiries) const;
    virtual base::Result<std::vector<Receipt>> readStates(const std::vector<Inquiry> &inquiries, const http::Response &answer) const;
    virtual int statesAtOnce() const { return 1; }
    virtual http::Request balance() const;
    virtual base::Result<Balance> readBalance(const http::Response &answer) const;
};

/// What went wrong in words that may be shown: status and the beginning of the body.
QString shortAnswer(const http::Response &answer);

/// A failure of a message that was surely not taken.
tl::unexpected<SubmitFailure> notTaken(Trouble trouble, const QString &detail);
/// The answer is none: the message may have been taken.
tl::unexpected<SubmitFailure> unreadable(const QString &detail);

/// "a=b&c=d" with everything encoded.
using FormFields = QVector<std::pair<QString, QString>>;
QByteArray formOf(const FormFields &fields);
/// POST of a form, or GET with it as the query.
http::Request postForm(const QString &url, const FormFields &fields);
http::Request getQuery(const QString &url, const FormFields &fields);
/// "https://gate.example/v2" and "sms/send", with one slash between them.
QString joined(const QString &base, const QString &path);

} // namespace pfx::sms
