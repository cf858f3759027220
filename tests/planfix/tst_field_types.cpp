// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/field_types.h"

#include "tests/support/verify_result.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace pfx;
using namespace pfx::planfix;

namespace {

CustomField field(int type)
{
    return {115, QStringLiteral("Поле"), type, {QStringLiteral("Сайт"), QStringLiteral("Звонок")}, 0};
}

} // namespace

class TestFieldTypes : public QObject
{
    Q_OBJECT

private slots:
    void textBecomes_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, int type, const char *text, const char *json) {
            QTest::newRow(name) << type << QString::fromUtf8(text) << QByteArray(json);
        };
        row("a line", Line, "ORD-1", R"("ORD-1")");
        row("a whole number", Number, "99", "99");
        row("an amount as people write it", Number, "4 990,50", "4990.5");
        row("a date", Date, "03.02.2026", R"({"date":"03-02-2026"})");
        row("an ISO date", Date, "2026-02-03", R"({"date":"03-02-2026"})");
        row("a date of an instant", Date, "2026-02-03T09:30:00", R"({"date":"03-02-2026"})");
        row("a time", Time, "09:30:00", R"({"time":"09:30"})");
        row("date and time", DateTime, "2026-02-03T09:30:00", R"({"date":"03-02-2026","time":"09:30"})");
        row("yes in Russian", Checkbox, "Да", "true");
        row("no", Checkbox, "0", "false");
        row("a choice in its own spelling", List, "сайт", R"("Сайт")");
        row("several choices", SetOfValues, "Звонок; сайт", R"(["Звонок","Сайт"])");
        row("a directory entry", DirectoryEntryField, "2", R"({"id":2})");
        row("an employee", EmployeeField, "5", R"({"id":"user:5"})");
        row("a contact", ContactField, "311", R"({"id":"contact:311"})");
        row("a person with prefix", CounterpartyField, "contact:311", R"({"id":"contact:311"})");
    }
    void textBecomes()
    {
        QFETCH(int, type);
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        const auto value = fieldValue(field(type), text);
        PFX_VERIFY(value);
        const QJsonObject expected = QJsonDocument::fromJson("{\"v\":" + json + "}").object();
        QCOMPARE((QJsonObject{{QStringLiteral("v"), *value}}), expected);
    }

    void textDoesNotFit_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("text");
        QTest::newRow("a word for a number") << int(Number) << QStringLiteral("many");
        QTest::newRow("infinity for a number") << int(Number) << QStringLiteral("inf");
        QTest::newRow("a word for a date") << int(Date) << QStringLiteral("soon");
        QTest::newRow("a day that is not") << int(Date) << QStringLiteral("31.02.2026");
        QTest::newRow("a time beyond the day") << int(Time) << QStringLiteral("25:00");
        QTest::newRow("perhaps") << int(Checkbox) << QStringLiteral("perhaps");
        QTest::newRow("a choice that the list does not have") << int(List) << QStringLiteral("Почта");
        QTest::newRow("one wrong choice of two") << int(SetOfValues) << QStringLiteral("Сайт;Почта");
        QTest::newRow("a name for a directory entry") << int(DirectoryEntryField) << QStringLiteral("Тверь");
        QTest::newRow("a name for a person") << int(EmployeeField) << QStringLiteral("Пётр");
        QTest::newRow("a computed field") << 24 << QStringLiteral("1");
        QTest::newRow("a type of the future") << 4711 << QStringLiteral("1");
    }
    void textDoesNotFit()
    {
        QFETCH(int, type);
        QFETCH(QString, text);
        const auto value = fieldValue(field(type), text);
        PFX_VERIFY_ERROR(value, base::ErrorCode::Validation);
        QCOMPARE(value.error().where, QStringLiteral("Поле"));
    }
};

QTEST_GUILESS_MAIN(TestFieldTypes)
#include "tst_field_types.moc"
