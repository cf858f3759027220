// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/known_names.h"

namespace pfx::secrets {

const QStringList &knownNames()
{
    static const QStringList names{
        QStringLiteral("mailing.token"),          QStringLiteral("mailing.unsubscribe-key"), QStringLiteral("monitoring.token"),
        QStringLiteral("orders.callback-key"),    QStringLiteral("orders.token"),            QStringLiteral("planfix.api-key"),
        QStringLiteral("planfix.telephony-token"), QStringLiteral("planfix.webhook-secret"), QStringLiteral("sms.key"),
        QStringLiteral("sms.login"),              QStringLiteral("sms.password"),            QStringLiteral("store.password"),
        QStringLiteral("telephony.token"),
        QStringLiteral("uis.access-token"),       QStringLiteral("uis.chat-login"),          QStringLiteral("uis.chat-password"),
        QStringLiteral("uis.webhook-secret"),
    };
    return names;
}

} // namespace pfx::secrets
