// SPDX-License-Identifier: GPL-3.0-or-later
// What the SMS service goes by, as settings, secrets and the stop list have it at a time: who may send, what may be sent, through whom and
// when. An immutable snapshot; any thread.
#pragma once

#include "core/rules/condition.h"
#include "core/secrets/secret_store.h"
#include "core/settings/settings.h"
#include "core/sms/driver_table.h"
#include "core/sms/message.h"
#include "core/sms/quiet_hours.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace pfx::sms {

/// What a caller must present: login and password, or a key, or either.
struct Credential {
    QString name; ///< "default" for sms.login, sms.password and sms.key.
    QByteArray login, password, key;
};

struct Provider {
    ProviderConfig config;
    const DriverKind *kind = nullptr;
    rules::Condition when; ///< Which messages it takes.
    QHash<QString, QString> senders; ///< Our sender → the one it knows; "*" for all others.
    QByteArray callbackSecret;
    bool paused = false; ///< By a person: it takes nothing.
    std::optional<base::Error> problem; ///< Why it cannot be used as it is configured.

    bool isUsable() const { return !problem && !paused; }
    double perSecond() const { return config.perSecond > 0 ? config.perSecond : kind ? kind->perSecond : 0; }
    QString senderFor(const QString &sender) const { return senders.value(sender, senders.value(QStringLiteral("*"), sender)); }
};

enum class InDoubt { Hold, Resend };

struct Policy {
    std::vector<Credential> credentials;
    std::vector<Provider> providers; ///< In their order.
    QSet<QString> senders; ///< Empty: all.
    QHash<QString, QString> stopList; ///< E.164 → reason.
    QuietHours quietHours;
    qint64 windowMs = 60'000;
    qint64 validityMs = 24 * 60 * 60 * 1000;
    int mostSegments = 8;
    int limitRecipientDay = 0, limitDay = 0, limitCredentialMinute = 0; ///< 0: none.
    InDoubt inDoubt = InDoubt::Hold;
    qint64 retryBaseMs = 5000;
    qint64 pollMs = 30'000;
    QString lowBalance; ///< Decimal text; "0" or empty: no alarm.
    bool commentsDelivery = false;
    QString storeId;
    std::optional<base::Error> secretsTrouble;
    qint64 revision = 0;

    const Provider *provider(const QString &name) const;
    /// The first that takes the message, is usable and not among `without`; empty when there is none.
    QString route(const QString &sender, const QString &recipient, int segments, const QString &credential, const QString &text,
                  const QStringList &without = {}) const;
};

using SharedPolicy = std::shared_ptr<const Policy>;

/// The fields of provider.<name>.when.
const QVector<rules::Field> &routingFields();

/// Reads all of it. Blocks on the secret store; failures are the database's.
base::Result<SharedPolicy> readPolicy(store::Connection &db, secrets::SecretStore &secrets);

/// Our name of a message for providers that take one (1 … 2147483647).
qint64 referenceOf(const QString &storeId, qint64 id);

} // namespace pfx::sms
