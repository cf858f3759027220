// SPDX-License-Identifier: GPL-3.0-or-later
// Driver for listmonk (listmonk.app/docs/apis): lists and subscribers one by one, the first many by a CSV import. Basic authorisation by an
// API user and its token. Belongs to one thread.
#pragma once

#include "core/mailing/forward_driver.h"
#include "core/mailing/service_call.h"

#include <functional>

namespace pfx::mailing {

class Listmonk : public ForwardDriver {
public:
    using Pause = std::function<void(qint64 ms, const base::StopToken &stop)>;
    struct Access {
        QString user;
        secrets::Secret token;
    };

    Listmonk(ServiceCall call, Access access, Pause pause) : m_call(std::move(call)), m_access(std::move(access)), m_pause(std::move(pause))
    {
    }

    int batch(Run run) const override;
    base::Result<QString> openList(const ListTitle &title, const base::StopToken &stop) override;
    base::Result<QVector<Placed>> put(const QString &list, const ListTitle &title, const QVector<Recipient> &people, Run run,
                                      const base::StopToken &stop) override;
    base::Result<void> take(const QString &list, const QVector<Recipient> &people, const base::StopToken &stop) override;
    base::Result<std::optional<QVector<RemotePerson>>> look(const QString &list, const base::StopToken &stop) override;

private:
    struct Answer {
        int status = 0;
        base::JsonReader data; ///< The member "data"; empty when it is no object.
    };
    base::Result<Answer> ask(http::Request request, const QJsonObject &body, const base::StopToken &stop,
                             const QVector<int> &accepted = {});
    base::Result<Answer> ask(http::Request request, const base::StopToken &stop);
    base::Result<Placed> putOne(qint64 list, const ListTitle &title, const Recipient &person, const base::StopToken &stop);
    base::Result<Placed> putKnown(qint64 list, const ListTitle &title, const Recipient &person, const base::StopToken &stop);
    base::Result<std::optional<RemotePerson>> find(qint64 list, const QString &email, const base::StopToken &stop);
    base::Result<void> importCsv(qint64 list, const ListTitle &title, const QVector<Recipient> &people, const base::StopToken &stop);

    ServiceCall m_call;
    Access m_access;
    Pause m_pause;
};

} // namespace pfx::mailing
