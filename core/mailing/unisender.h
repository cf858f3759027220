// SPDX-License-Identifier: GPL-3.0-or-later
// Driver for UniSender (unisender.com/en/support/api): lists by their title, contacts in parts of 500. Its key goes in the body and never in
// an address. An error comes with HTTP 200. The service does not tell who is in a list. Belongs to one thread.
#pragma once

#include "core/mailing/forward_driver.h"
#include "core/mailing/service_call.h"

#include <QUrlQuery>

namespace pfx::mailing {

class UniSender : public ForwardDriver {
public:
    UniSender(ServiceCall call, secrets::Secret key) : m_call(std::move(call)), m_key(std::move(key)) { }

    int batch(Run run) const override;
    base::Result<QString> openList(const ListTitle &title, const base::StopToken &stop) override;
    base::Result<QVector<Placed>> put(const QString &list, const ListTitle &title, const QVector<Recipient> &people, Run run,
                                      const base::StopToken &stop) override;
    base::Result<void> take(const QString &list, const QVector<Recipient> &people, const base::StopToken &stop) override;
    base::Result<std::optional<QVector<RemotePerson>>> look(const QString &list, const base::StopToken &stop) override;

private:
    using Fields = QVector<std::pair<QString, QString>>;
    base::Result<QJsonValue> ask(const QString &method, const Fields &fields, const base::StopToken &stop,
                                 http::Repeat repeat = http::Repeat::Safe);

    ServiceCall m_call;
    secrets::Secret m_key;
};

} // namespace pfx::mailing
