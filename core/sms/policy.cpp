// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/policy.h"

#include "core/sms/credential_book.h"
#include "core/sms/stop_list.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pfx::sms {

using base::Result;
using settings::Settings;

namespace {

/// Reads secrets one after the other and remembers the first that could not be read.
class SecretReader {
public:
    explicit SecretReader(secrets::SecretStore &secrets) : m_secrets(secrets) { }

    secrets::Secret secret(const QString &name)
    {
        const auto read = m_secrets.read(name);
        if (!read) {
            if (!m_trouble)
                m_trouble = read.error();
            return {};
        }
        return read->value_or(secrets::Secret());
    }
    QByteArray bytes(const QString &name) { return secret(name).reveal().toUtf8(); }

    QStringList names()
    {
        const auto read = m_secrets.names();
        if (!read && !m_trouble)
            m_trouble = read.error();
        return read.value_or(QStringList());
    }

    const std::optional<base::Error> &trouble() const { return m_trouble; }

private:
    secrets::SecretStore &m_secrets;
    std::optional<base::Error> m_trouble;
};

std::vector<Credential> readCredentials(SecretReader &secrets)
{
    const auto read = [&secrets](const QString &name, const QString &prefix) {
        return Credential{name, secrets.bytes(prefix + QStringLiteral("login")), secrets.bytes(prefix + QStringLiteral("password")),
                          secrets.bytes(prefix + QStringLiteral("key"))};
    };
    std::vector<Credential> all;
    for (const QString &name : QStringList{defaultCredential} + credentialNames(secrets.names()))
        all.push_back(read(name, credentialPrefix(name)));
    std::erase_if(all, [](const Credential &one) { return one.key.isEmpty() && (one.login.isEmpty() || one.password.isEmpty()); });
    return all;
}

Provider readProvider(const QString &name, const Settings &settings, SecretReader &secrets)
{
    const auto key = [&name](const char *what) { return QStringLiteral("provider.%1.%2").arg(name, QLatin1String(what)); };
    Provider provider;
    ProviderConfig &config = provider.config;
    config.name = name;
    config.driver = settings.text(key("driver"));
    if (config.driver.isEmpty())
        config.driver = name; // a provider that is called as its driver needs no more
    config.url = settings.text(key("url"));
    config.perSecond = settings.decimal(key("rate"));
    config.login = secrets.secret(key("login"));
    config.password = secrets.secret(key("password"));
    config.key = secrets.secret(key("key"));
    config.options = settings.map(key("options"));
    provider.paused = settings.flag(key("paused"));
    provider.callbackSecret = secrets.bytes(key("webhook-secret"));
    const QString publicUrl = settings.text(QStringLiteral("server.public-url"));
    if (!publicUrl.isEmpty() && !provider.callbackSecret.isEmpty()) {
        config.callbackUrl = QStringLiteral("%1/provider/%2/%3")
                                 .arg(publicUrl.endsWith(QLatin1Char('/')) ? publicUrl.chopped(1) : publicUrl, name,
                                      QString::fromLatin1(provider.callbackSecret.toPercentEncoding()));
    }
    const QJsonObject senders = settings.map(key("senders"));
    for (auto it = senders.begin(); it != senders.end(); ++it)
        provider.senders.insert(it.key(), it.value().toVariant().toString());
    provider.kind = findDriver(config.driver);
    if (!provider.kind)
        provider.problem = base::Error{base::ErrorCode::Validation, QStringLiteral("there is no driver “%1”").arg(config.driver), key("driver")};
    else if (config.url.isEmpty())
        config.url = provider.kind->defaultUrl;
    auto when = rules::Condition::parse(settings.text(key("when")).toUtf8(), routingFields());
    if (when)
        provider.when = std::move(*when);
    else
        provider.problem = base::Error{when.error().code, when.error().detail, key("when")};
    return provider;
}

void readStopList(const QString &json, Policy &policy)
{
    for (const Stopped &one : stoppedBySetting(json))
        policy.stopList.insert(one.recipient, one.reason);
}

Result<void> addStored(store::Connection &db, Policy &policy)
{
    return db.forEach(QStringLiteral("SELECT recipient, reason FROM sms_stop_list"), {}, [&policy](const store::Row &row) -> Result<void> {
        policy.stopList.insert(row.text(QStringLiteral("recipient")), row.text(QStringLiteral("reason")));
        return {};
    });
}

void readRules(const Settings &settings, Policy &policy)
{
    const auto number = [&settings](const char *key) { return settings.integer(QStringLiteral("sms.") + QLatin1String(key)); };
    policy.windowMs = number("duplicate-window") * 1000;
    policy.validityMs = number("validity-hours") * 60 * 60 * 1000;
    policy.mostSegments = int(number("longest-parts"));
    policy.limitRecipientDay = int(number("limit-recipient-day"));
    policy.limitDay = int(number("limit-day"));
    policy.limitCredentialMinute = int(number("limit-credential-minute"));
    policy.retryBaseMs = number("retry-base-ms");
    policy.pollMs = number("poll-seconds") * 1000;
    policy.lowBalance = settings.text(QStringLiteral("sms.low-balance"));
    policy.commentsDelivery = settings.flag(QStringLiteral("sms.comment-delivery"));
    policy.inDoubt = settings.text(QStringLiteral("sms.in-doubt")) == QLatin1String("resend") ? InDoubt::Resend : InDoubt::Hold;
    if (auto hours = QuietHours::parse(settings.text(QStringLiteral("sms.quiet-hours")), settings.text(QStringLiteral("sms.zone")).toLatin1()))
        policy.quietHours = *std::move(hours);
    for (const QJsonValue &sender : QJsonDocument::fromJson(settings.text(QStringLiteral("sms.senders")).toUtf8()).array())
        policy.senders.insert(sender.toString());
    readStopList(settings.text(QStringLiteral("sms.stop-list")), policy);
}

} // namespace

const QVector<rules::Field> &routingFields()
{
    using rules::Format;
    static const QVector<rules::Field> fields{{QStringLiteral("to"), Format::Phone},       {QStringLiteral("from"), Format::Text},
                                              {QStringLiteral("text"), Format::Text},      {QStringLiteral("segments"), Format::Number},
                                              {QStringLiteral("credential"), Format::Text}};
    return fields;
}

const Provider *Policy::provider(const QString &name) const
{
    const auto at = std::find_if(providers.begin(), providers.end(), [&name](const Provider &one) { return one.config.name == name; });
    return at == providers.end() ? nullptr : &*at;
}

QString Policy::route(const QString &sender, const QString &recipient, int segments, const QString &credential, const QString &text,
                      const QStringList &without) const
{
    std::optional<rules::Facts> facts;
    for (const Provider &provider : providers) {
        if (!provider.isUsable() || without.contains(provider.config.name))
            continue;
        if (provider.when.isOpen())
            return provider.config.name;
        if (!facts) {
            facts = rules::Facts{{QStringLiteral("to"), recipient},
                                 {QStringLiteral("from"), sender},
                                 {QStringLiteral("text"), text},
                                 {QStringLiteral("segments"), segments},
                                 {QStringLiteral("credential"), credential}};
        }
        if (provider.when.matches(*facts))
            return provider.config.name;
    }
    return {};
}

Result<SharedPolicy> readPolicy(store::Connection &db, secrets::SecretStore &secretStore)
{
    auto policy = std::make_shared<Policy>();
    PFX_ASSIGN(const Settings settings, Settings::load(db));
    SecretReader secrets(secretStore);
    policy->revision = settings.revision();
    policy->credentials = readCredentials(secrets);
    const QStringList names = settings.text(QStringLiteral("sms.provider")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &name : names)
        policy->providers.push_back(readProvider(name.trimmed(), settings, secrets));
    readRules(settings, *policy);
    PFX_TRY(addStored(db, *policy));
    PFX_ASSIGN(policy->storeId, settings::knownStoreId(db));
    policy->secretsTrouble = secrets.trouble();
    return SharedPolicy(std::move(policy));
}

qint64 referenceOf(const QString &storeId, qint64 id)
{
    // Another store that uses the same account at a provider has other names for its messages.
    const QByteArray hash = QCryptographicHash::hash(storeId.toUtf8() + ':' + QByteArray::number(id), QCryptographicHash::Sha256);
    qint64 number = 0;
    for (int i = 0; i < 4; ++i)
        number = number * 256 + static_cast<unsigned char>(hash.at(i));
    return number % 2147483647 + 1;
}

} // namespace pfx::sms
