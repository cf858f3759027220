// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/provider_book.h"

#include "core/settings/settings.h"
#include "core/sms/driver_table.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;
using secrets::Secret;
using secrets::SecretStore;

namespace {

const QString orderKey = QStringLiteral("sms.provider");
constexpr const char *secretParts[] = {"login", "password", "key"};
constexpr const char *settingParts[] = {"url", "rate", "price", "options", "when", "senders", "paused", "driver"};

/// Hears nothing: a driver is only made to see whether it can be.
class NoEvents : public DriverEvents {
public:
    void receiptsCame(std::vector<Receipt>, Stored) override { }
    void linkChanged(const Link &) override { }
};

Result<QStringList> order(store::Connection &db)
{
    PFX_ASSIGN(const QString text, settings::value(db, orderKey));
    QStringList names;
    for (const QString &name : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        names.append(name.trimmed());
    return names;
}

Result<void> checkName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9_-]{1,40}$"));
    if (form.match(name).hasMatch())
        return {};
    return base::fail(ErrorCode::Validation, QStringLiteral("lower-case Latin letters, digits, dashes and underscores"), QStringLiteral("name"));
}

Result<QJsonObject> optionsOf(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (!document.isObject())
        return base::fail(ErrorCode::Validation, document.isNull() ? error.errorString() : QStringLiteral("expected an object"),
                          QStringLiteral("options"));
    return document.object();
}

Result<Secret> typedOrKept(const Secret &typed, const QString &name, const char *part, SecretStore &secrets)
{
    if (!typed.isEmpty())
        return typed;
    PFX_ASSIGN(const auto kept, secrets.read(providerKey(name, part)));
    return kept.value_or(Secret());
}

} // namespace

QString providerKey(const QString &name, const char *part)
{
    return QStringLiteral("provider.%1.%2").arg(name, QLatin1String(part));
}

Result<ProviderConfig> checkedConfig(const ProviderDraft &draft, SecretStore &secrets, const DriverTools &tools)
{
    PFX_TRY(checkName(draft.name));
    const DriverKind *kind = findDriver(draft.driver);
    if (!kind)
        return base::fail(ErrorCode::Validation, draft.driver, QStringLiteral("driver"));
    ProviderConfig config;
    config.name = draft.name;
    config.driver = draft.driver;
    config.url = draft.url.isEmpty() ? kind->defaultUrl : draft.url;
    config.perSecond = draft.rate.toDouble();
    PFX_ASSIGN(config.options, optionsOf(draft.options));
    PFX_ASSIGN(config.login, typedOrKept(draft.login, draft.name, "login", secrets));
    PFX_ASSIGN(config.password, typedOrKept(draft.password, draft.name, "password", secrets));
    PFX_ASSIGN(config.key, typedOrKept(draft.key, draft.name, "key", secrets));
    if (kind->wantsUrl && config.url.isEmpty())
        return base::fail(ErrorCode::Validation, QStringLiteral("an address is needed"), QStringLiteral("url"));
    NoEvents events;
    PFX_TRY(kind->make(config, tools, events).map([](const auto &) {}));
    return config;
}

Result<ProviderConfig> keptConfig(store::Connection &db, SecretStore &secrets, const QString &name)
{
    PFX_ASSIGN(const auto settings, settings::Settings::load(db));
    ProviderConfig config;
    config.name = name;
    config.driver = settings.text(providerKey(name, "driver"));
    if (config.driver.isEmpty())
        config.driver = name; // one that is called as its driver
    config.url = settings.text(providerKey(name, "url"));
    const DriverKind *kind = findDriver(config.driver);
    if (!kind)
        return base::fail(ErrorCode::NotFound, name, QStringLiteral("provider"));
    if (config.url.isEmpty())
        config.url = kind->defaultUrl;
    config.perSecond = settings.decimal(providerKey(name, "rate"));
    config.options = settings.map(providerKey(name, "options"));
    PFX_ASSIGN(config.login, typedOrKept({}, name, "login", secrets));
    PFX_ASSIGN(config.password, typedOrKept({}, name, "password", secrets));
    PFX_ASSIGN(config.key, typedOrKept({}, name, "key", secrets));
    return config;
}

Result<void> keepSecrets(const ProviderDraft &draft, SecretStore &secrets)
{
    const Secret *typed[] = {&draft.login, &draft.password, &draft.key};
    for (int i = 0; i < 3; ++i) {
        if (!typed[i]->isEmpty())
            PFX_TRY(secrets.write(providerKey(draft.name, secretParts[i]), *typed[i]));
    }
    return {};
}

Result<void> writeProvider(store::Connection &db, const ProviderDraft &draft)
{
    PFX_TRY(checkName(draft.name));
    const std::pair<const char *, QString> values[] = {
        {"driver", draft.driver}, {"url", draft.url}, {"rate", draft.rate}, {"price", draft.price}, {"options", draft.options}};
    for (const auto &[part, value] : values)
        PFX_TRY(settings::write(db, providerKey(draft.name, part), value));
    PFX_ASSIGN(QStringList names, order(db));
    if (names.contains(draft.name))
        return {};
    names.append(draft.name);
    return orderProviders(db, names);
}

Result<void> orderProviders(store::Connection &db, const QStringList &names)
{
    return settings::write(db, orderKey, names.join(QLatin1Char(',')));
}

Result<void> pauseProvider(store::Connection &db, const QString &name, Pause pause)
{
    return settings::write(db, providerKey(name, "paused"), pause == Pause::On ? QStringLiteral("true") : QString());
}

Result<void> removeProvider(store::Connection &db, const QString &name)
{
    PFX_ASSIGN(QStringList names, order(db));
    if (names.removeAll(name) == 0)
        return base::fail(ErrorCode::NotFound, name, QStringLiteral("provider"));
    PFX_TRY(orderProviders(db, names)); // nothing names it any more
    for (const char *part : settingParts)
        PFX_TRY(settings::write(db, providerKey(name, part), {}));
    return {};
}

Result<void> forgetSecrets(const QString &name, SecretStore &secrets)
{
    for (const char *part : secretParts)
        PFX_TRY(secrets.remove(providerKey(name, part)));
    return {};
}

} // namespace pfx::sms
