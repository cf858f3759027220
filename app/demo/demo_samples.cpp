// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_samples.h"

#include "core/crm/employees.h"
#include "core/migration/importer.h"
#include "core/orders/order_book.h"
#include "core/orders/order_json.h"
#include "core/settings/settings.h"
#include "core/sms/credential_book.h"
#include "core/sms/intake.h"
#include "core/sms/problem.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::app {

using base::Result;
using store::Connection;

namespace {

QJsonObject samples()
{
    QFile file(QStringLiteral(":/demo/samples.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demonstration's samples are not in the program");
    return QJsonDocument::fromJson(file.readAll()).object();
}

Result<qint64> addEmployee(Connection &db, const base::Clock &clock)
{
    const QJsonObject about = samples()[u"employee"].toObject();
    crm::Employee added;
    added.name = about[u"name"].toString();
    added.email = about[u"email"].toString();
    added.extension = about[u"extension"].toString();
    return crm::employees::add(db, added, clock.nowMs());
}

Result<void> writeSettings(Connection &db)
{
    const std::pair<const char *, const char *> values[] = {
        {"planfix.account", "demo"}, {"planfix.order-template", "104"}, {"planfix.requests-per-second", "20"}, {"planfix.look-seconds", "30"},
        {"provider.smsc.driver", "smsc"}, {"provider.smsc.price", "2.90"}, {"sms.provider", "smsc"}, {"sms.poll-seconds", "1"},
        {"sms.senders", "[\"Kometa\"]"}};
    for (const auto &[key, value] : values)
        PFX_TRY(settings::write(db, QLatin1String(key), QLatin1String(value)));
    return {};
}

Result<void> importSample(store::Store &store, const base::Clock &clock, const QString &folder)
{
    const QString path = folder + QStringLiteral("/amocrm.json");
    if (!QFile::copy(QStringLiteral(":/demo/amocrm.json"), path))
        return base::fail(base::ErrorCode::StorageReadOnly, QStringLiteral("the sample cannot be written"), path);
    PFX_ASSIGN(const auto source, migration::openFile(path, records::System::Amocrm));
    migration::ImportOptions options;
    options.system = records::System::Amocrm;
    options.defaultEmployee = samples()[u"employee"][u"email"].toString();
    migration::RunControl control;
    PFX_TRY(migration::Importer(store, clock, migration::StoreUse::Exclusive).run(path, *source, options, control, {}));
    return {};
}

Result<void> addOrders(Connection &db, const base::Clock &clock, const QString &account)
{
    exchange::Bell nobody; // the dispatcher finds them as it begins
    exchange::Outbox outbox(clock, nobody);
    orders::OrderBook book(orders::OrderEffects(outbox, account), clock);
    for (const QJsonValue sample : samples()[u"orders"].toArray()) {
        PFX_ASSIGN(orders::Order order, orders::readOrder(QJsonDocument(sample.toObject()).toJson()));
        order.source = orders::Source::Site;
        PFX_TRY(book.add(db, order));
    }
    return {};
}

/// They go to the provider as soon as the service runs.
Result<void> addMessages(Connection &db, const base::Clock &clock)
{
    sms::Policy policy;
    policy.providers.push_back({});
    policy.providers.back().config.name = QStringLiteral("smsc");
    for (const QJsonValue sample : samples()[u"messages"].toArray()) {
        const sms::Wish wish{sms::Source::Planfix, sms::defaultCredential, QStringLiteral("127.0.0.1"), QStringLiteral("Kometa"),
                             sample[u"to"].toString(), sample[u"text"].toString(), 0};
        const auto message = sms::prepare(wish, policy, clock.nowMs());
        if (!message)
            return base::fail(base::ErrorCode::Internal, sms::name(message.error().problem), QStringLiteral("sample"));
        PFX_TRY(sms::Intake::takeNow(db, *message, clock.nowMs()).map([](const sms::Taken &) {}));
    }
    return {};
}

} // namespace

Result<void> fillDemoStore(store::Store &store, const base::Clock &clock, const QString &account, const QString &folder)
{
    const auto begin = [&clock](Connection &db) -> Result<void> {
        PFX_TRY(writeSettings(db));
        return addEmployee(db, clock).map([](qint64) {});
    };
    PFX_TRY(store.writer().run(begin));
    PFX_TRY(importSample(store, clock, folder));
    return store.writer().run([&](Connection &db) -> Result<void> {
        PFX_TRY(addOrders(db, clock, account));
        return addMessages(db, clock);
    });
}

} // namespace pfx::app
