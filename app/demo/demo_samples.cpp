// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_samples.h"

#include "core/crm/employees.h"
#include "core/migration/importer.h"
#include "core/orders/order_book.h"
#include "core/orders/order_json.h"
#include "core/settings/settings.h"

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
        {"planfix.account", "demo"}, {"planfix.order-template", "104"}, {"planfix.requests-per-second", "20"}, {"planfix.look-seconds", "30"}};
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

} // namespace

Result<void> fillDemoStore(store::Store &store, const base::Clock &clock, const QString &account, const QString &folder)
{
    const auto begin = [&clock](Connection &db) -> Result<void> {
        PFX_TRY(writeSettings(db));
        return addEmployee(db, clock).map([](qint64) {});
    };
    PFX_TRY(store.writer().run(begin));
    PFX_TRY(importSample(store, clock, folder));
    return store.writer().run([&](Connection &db) { return addOrders(db, clock, account); });
}

} // namespace pfx::app
