// SPDX-License-Identifier: GPL-3.0-or-later
// Values that no system writes and no database indexes: the run goes on, the rows around them are made, and a row whose id is too long is
// reported. A store whose indexes cannot be built could not be opened any more.
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::RunState;

namespace {

/// Letters that no compression makes short.
QByteArray letters(int count)
{
    QByteArray text;
    quint32 state = 1;
    for (int i = 0; i < count; ++i) {
        state = state * 1664525U + 1013904223U;
        text += "abcdefghijklmnopqrstuvwxyz0123456789"[(state >> 16) % 36];
    }
    return text;
}

QByteArray contacts(const QByteArray &odd)
{
    return R"({"contacts":[{"id":1,"name":"Первый"},)" + odd + R"(,{"id":3,"name":"Третий"}]})";
}

QByteArray point(const QByteArray &code, const QByteArray &value)
{
    return contacts(R"({"id":2,"name":"Второй","custom_fields_values":[{"field_code":")" + code + R"(","values":[{"value":")" + value + R"("}]}]})");
}

} // namespace

class TestLongValues : public QObject
{
    Q_OBJECT

private slots:
    void theRunGoesOn_data();
    void theRunGoesOn();
    void aLongAccountIsRefused();
};

void TestLongValues::theRunGoesOn_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("failed");
    const QByteArray text = letters(10'000);
    for (const BackendRow &row : backends()) {
        const auto add = [&row](const char *name, const QByteArray &json, int failed) {
            QTest::addRow("%s %s", name, row.suffix.constData()) << row.backend << json << failed;
        };
        add("a contact's id", contacts(R"({"id":")" + text + R"(","name":"Второй"})"), 1);
        add("a contact's name", contacts(R"({"id":2,"name":")" + text + R"("})"), 0);
        add("a company by title", contacts(R"({"id":2,"name":"Второй","company":{"name":")" + text + R"("}})"), 0);
        add("a phone", point("PHONE", text), 0);
        add("an e-mail", point("EMAIL", text + "@example.com"), 0);
        add("a company's title", R"({"companies":[{"id":1,"name":")" + text + R"("}]})", 0);
        add("a deal's title", R"({"deals":[{"id":1,"name":")" + text + R"("}]})", 0);
        add("a deal's stage", R"({"deals":[{"id":1,"name":"a","status_id":")" + text + R"("},{"id":2,"name":"b"}]})", 1);
        add("a deal's pipeline", R"({"deals":[{"id":1,"name":"a","pipeline_id":")" + text + R"("},{"id":2,"name":"b"}]})", 1);
        add("a pipeline's name", R"({"pipelines":[{"id":1,"name":")" + text + R"(","statuses":[{"id":1,"name":")" + text + R"("}]}]})", 0);
        add("a pipeline's id", R"({"pipelines":[{"id":")" + text + R"(","name":"a"}]})", 1);
        add("a stage's id", R"({"pipelines":[{"id":1,"name":"a","statuses":[{"id":")" + text + R"(","name":"b"}]}]})", 1);
    }
}

void TestLongValues::theRunGoesOn()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(QByteArray, json);
    QCOMPARE(addEmployee(fixture.store()), QString());
    const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), json);
    const auto report = importFile(fixture.store(), path, amoOptions());
    PFX_VERIFY(report);
    QVERIFY2(report->state == RunState::Finished, qPrintable(report->error ? report->error->detail : QString()));
    QTEST(int(report->total().failed), "failed");
    const auto again = importFile(fixture.store(), path, amoOptions());
    PFX_VERIFY(again);
    QCOMPARE(again->total().created, 0);
    QCOMPARE(again->total().failed, report->total().failed);
    fixture.close();
    const auto reopened = fixture.openAgain();
    QVERIFY2(reopened, qPrintable(fixture.error()));
    QCOMPARE(countOf(*reopened, QStringLiteral("deferred_steps")), 0);
    PFX_VERIFY(reopened->check());
}

void TestLongValues::aLongAccountIsRefused()
{
    StoreFixture fixture(QStringLiteral("sqlite"));
    QCOMPARE(addEmployee(fixture.store()), QString());
    auto options = amoOptions();
    options.account = QString(256, u'a');
    PFX_VERIFY_ERROR(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), options),
                     base::ErrorCode::Validation);
    QCOMPARE(countOf(fixture.store(), QStringLiteral("import_runs")), 0);
}

QTEST_GUILESS_MAIN(TestLongValues)
#include "tst_long_values.moc"
