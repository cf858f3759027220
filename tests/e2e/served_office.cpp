// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/served_office.h"

#include <QJsonDocument>
#include <QtTest>

namespace pfx::test {

namespace {

constexpr int patienceMs = 30'000;

QByteArray jsonHeaders()
{
    return "Content-Type: application/json\r\n";
}

} // namespace

ServedOffice::ServedOffice(const QString &backend, const QJsonObject &account)
    : planfix(clock, account), door(planfix, clock), ctl(backend)
{
    ctl.set(QStringLiteral("PLANFIX_ACCOUNT"), door.baseUrl().toString());
    ctl.set(QStringLiteral("PLANFIX_API_KEY"), secrets.planfixKey);
    ctl.set(QStringLiteral("PFX_SECRET_PLANFIX_WEBHOOK_SECRET"), secrets.webhook);
    ctl.set(QStringLiteral("PFX_SECRET_ORDERS_TOKEN"), secrets.orders);
    ctl.set(QStringLiteral("PFX_SECRET_ORDERS_CALLBACK_KEY"), secrets.callback);
    ctl.set(QStringLiteral("PFX_SECRET_MONITORING_TOKEN"), secrets.monitoring);
}

QString ServedOffice::setUp()
{
    const QVector<std::pair<QString, QString>> settings{
        {QStringLiteral("planfix.requests-per-second"), QStringLiteral("1000")},
        {QStringLiteral("planfix.order-template"), QStringLiteral("104")},
        {QStringLiteral("planfix.order-fields"), QStringLiteral("{\"number\":115}")},
        {QStringLiteral("exchange.retry-base-ms"), QStringLiteral("20")},
    };
    for (const auto &[key, value] : settings) {
        if (const CtlRun run = set(key, value); run.status != 0)
            return key + QStringLiteral(": ") + QString::fromUtf8(run.messages);
    }
    return {};
}

std::optional<RawAnswer> ServedOffice::post(const QByteArray &path, const QByteArray &body, const QByteArray &headers) const
{
    return fetch(server.port(), test::post(path, body, headers));
}

std::optional<RawAnswer> ServedOffice::get(const QByteArray &path) const
{
    return fetch(server.port(), test::get(path, bearer()));
}

std::optional<RawAnswer> ServedOffice::postOrder(const QByteArray &json) const
{
    return post("/orders", json, bearer() + jsonHeaders());
}

std::optional<RawAnswer> ServedOffice::webhook(const QByteArray &body, const QByteArray &contentType) const
{
    return post("/planfix/webhook/" + secrets.webhook.toUtf8(), body, "Content-Type: " + contentType + "\r\n");
}

bool ServedOffice::edit(qint64 task, const QJsonObject &change)
{
    return planfix.act("POST", QStringLiteral("/task/%1").arg(task), change, QStringLiteral("user:5")).status == 200;
}

QVector<QJsonObject> ServedOffice::tasksOf(const QString &number) const
{
    QVector<QJsonObject> tasks;
    for (const QJsonObject &task : planfix.rows(QStringLiteral("tasks"))) {
        if (QString(task.value(QStringLiteral("name")).toString() + QLatin1Char(' ')).contains(number + QLatin1Char(' ')))
            tasks.append(task);
    }
    return tasks;
}

QJsonObject ServedOffice::order(const QString &number) const
{
    return ctl.json({QStringLiteral("order"), QStringLiteral("show"), number}).object();
}

bool ServedOffice::waitFor(const QString &number, const QString &field, const QJsonValue &value) const
{
    return QTest::qWaitFor([&] { return order(number).value(field) == value; }, patienceMs);
}

qint64 statusId(const QString &name)
{
    const QJsonArray statuses = QJsonDocument::fromJson(fake::fixture(QStringLiteral("rest_process_statuses.200.json")))
                                    .object()
                                    .value(QLatin1String("statuses"))
                                    .toArray();
    for (const QJsonValue &status : statuses) {
        if (status.toObject().value(QLatin1String("name")).toString() == name)
            return status.toObject().value(QLatin1String("id")).toInteger();
    }
    return 0;
}

QJsonObject statusChange(const QString &name)
{
    return {{QStringLiteral("status"), QJsonObject{{QStringLiteral("id"), statusId(name)}}}};
}

} // namespace pfx::test
