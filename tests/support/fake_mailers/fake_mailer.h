// SPDX-License-Identifier: GPL-3.0-or-later
// What the fakes of the mailing services share: calls are counted, one can be made to fail before or after it had its effect, and whatever
// the service would not understand is refused and remembered. Any thread.
#pragma once

#include "core/http/transport.h"

#include <QStringList>

#include <mutex>

namespace pfx::test {

class FakeMailer {
public:
    virtual ~FakeMailer() = default;

    /// The call with this number (1: the first) does not come back; `effect`: it was done all the same.
    void dropCall(int at, bool effect);
    /// All calls until further notice are answered so; 0: no more.
    void answerAll(int status);
    int calls() const;
    /// What was not understood, with its reason; forgotten then.
    QStringList takeRefusals();

    base::Result<http::Response> exchange(const http::Request &request);

protected:
    /// With the lock held.
    virtual http::Response answer(const http::Request &request) = 0;
    /// An answer to a request that the service's documentation does not know.
    http::Response refuse(int status, const QString &why);
    static http::Response json(int status, const QByteArray &body);

    mutable std::mutex m_mutex;

private:
    QStringList m_refusals;
    int m_calls = 0;
    int m_dropAt = 0;
    bool m_dropEffect = false;
    int m_answerAll = 0;
};

/// A transport for a dispatcher's thread; the mailer outlives it.
class MailerTransport : public http::Transport {
public:
    explicit MailerTransport(FakeMailer &mailer) : m_mailer(mailer) { }
    base::Result<http::Response> exchange(const http::Request &request, const base::StopToken &stop) override;

private:
    FakeMailer &m_mailer;
};

} // namespace pfx::test
