// SPDX-License-Identifier: GPL-3.0-or-later
// An office as a person has it: the built pfxctl on a profile of its own, its `serve`, and the strict fake of Planfix on loopback, which
// outlives it. All secrets come from the environment. The test's thread.
#pragma once

#include "tests/e2e/serve_process.h"
#include "tests/server/raw_client.h"
#include "tests/support/fake_planfix/planfix_door.h"

namespace pfx::test {

/// What must never stand in a file of the profile or in what a program prints.
struct OfficeSecrets {
    QString planfixKey = fake::usualKey();
    QString webhook = QStringLiteral("hook-3f9c1a7e55d2");
    QString orders = QStringLiteral("orders-token-81b6fe20");
    QString callback = QStringLiteral("callback-key-c07d4431");
    QString monitoring = QStringLiteral("monitoring-9a02be");

    QStringList all() const { return {planfixKey, webhook, orders, callback, monitoring}; }
};

class ServedOffice {
public:
    explicit ServedOffice(const QString &backend = QStringLiteral("sqlite"), const QJsonObject &account = fake::fullAccount());

    /// The settings of a set-up office: template, number field, quick pace and retries. The text of what went wrong.
    QString setUp();
    CtlRun set(const QString &key, const QString &value) { return ctl.run({QStringLiteral("config"), QStringLiteral("set"), key, value}); }

    std::optional<RawAnswer> post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {}) const;
    std::optional<RawAnswer> get(const QByteArray &path) const;
    std::optional<RawAnswer> postOrder(const QByteArray &json) const;
    std::optional<RawAnswer> webhook(const QByteArray &body, const QByteArray &contentType = "application/json") const;
    QByteArray bearer() const { return "Authorization: Bearer " + secrets.orders.toUtf8() + "\r\n"; }

    /// What an employee does in Planfix itself.
    bool edit(qint64 task, const QJsonObject &change);
    QVector<QJsonObject> tasksOf(const QString &number) const;
    QJsonObject order(const QString &number) const;
    /// Until the order says so in a field of its JSON ("status"); false when that does not come in time.
    bool waitFor(const QString &number, const QString &field, const QJsonValue &value) const;

    OfficeSecrets secrets;
    fake::ShiftedClock clock;
    fake::FakePlanfix planfix;
    fake::PlanfixDoor door;
    Ctl ctl;
    ServeProcess server{ctl};
};

/// The id of a task's status by its name, as the fake's account has it.
qint64 statusId(const QString &name);
QJsonObject statusChange(const QString &name);

} // namespace pfx::test
