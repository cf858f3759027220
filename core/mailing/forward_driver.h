// SPDX-License-Identifier: GPL-3.0-or-later
// The seam to a mailing service: a list there, people put into it and taken out, and what it knows of them. Everything may be repeated. A
// driver belongs to the thread that uses it and blocks. Failures: those of the HTTP client; Unauthorized, RateLimited, NotFound (the list
// has gone there), Validation, BadAnswer.
#pragma once

#include "core/base/stop_token.h"
#include "core/mailing/forward_table.h"

#include <memory>

namespace pfx::mailing {

/// How a driver finds the list that it made before, when the answer was lost.
struct ListTitle {
    QString name;
    QString code; ///< MailingList::code
};

/// What the service said about one person.
struct Placed {
    QString remoteId; ///< Empty when it was not told.
    std::optional<Reason> refused; ///< Does not want to be written to: the service knows it, and now we do.
};

struct RemotePerson {
    QString email;
    QString remoteId;
    std::optional<Reason> refused;
};

class ForwardDriver {
public:
    ForwardDriver() = default;
    virtual ~ForwardDriver() = default;
    ForwardDriver(const ForwardDriver &) = delete;
    ForwardDriver &operator=(const ForwardDriver &) = delete;

    /// How many people are told of at once. `first`: nobody has been told of yet.
    enum class Run { First, Later };
    virtual int batch(Run run) const = 0;

    /// Finds or makes it; its id there.
    virtual base::Result<QString> openList(const ListTitle &title, const base::StopToken &stop) = 0;
    /// In the order of `people`.
    virtual base::Result<QVector<Placed>> put(const QString &list, const ListTitle &title, const QVector<Recipient> &people, Run run,
                                              const base::StopToken &stop) = 0;
    virtual base::Result<void> take(const QString &list, const QVector<Recipient> &people, const base::StopToken &stop) = 0;
    /// Everybody in the list there; no value when the service does not tell.
    virtual base::Result<std::optional<QVector<RemotePerson>>> look(const QString &list, const base::StopToken &stop) = 0;
};

} // namespace pfx::mailing
