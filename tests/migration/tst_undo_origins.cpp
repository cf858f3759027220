// SPDX-License-Identifier: GPL-3.0-or-later
// Ids that a run made known for records which were there already: its undo forgets them, but not those that a later import went by, or that
// import's records would be made a second time.
#include "core/base/clock.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::RunState;

namespace {

QByteArray contact(const QByteArray &id, const QByteArray &phone)
{
    const QByteArray points = R"(,"custom_fields_values":[{"field_code":"PHONE","values":[{"value":")" + phone + R"("}]}])";
    return "{\"id\":" + id + R"(,"name":"Иван Ким")" + (phone.isEmpty() ? QByteArray() : points) + "}";
}

QByteArray contacts(const QByteArray &id, const QByteArray &phone, const QByteArray &deal = {})
{
    const QByteArray deals = deal.isEmpty() ? deal : R"(,"deals":[{"id":)" + deal + R"(,"name":"Окна","price":1,"contacts":[{"id":)" + id + "}]}]";
    return "{\"contacts\":[" + contact(id, phone) + "]" + deals + "}";
}

const QByteArray phone = QByteArrayLiteral("+79990000001");
const QByteArray pipeline = R"({"pipelines":[{"id":1,"name":"Продажи","statuses":[{"id":11,"name":"Новая"}]}]})";
const QByteArray samePipeline = R"({"pipelines":[{"id":7,"name":"Продажи","statuses":[{"id":71,"name":"Новая"}]}]})";
const QByteArray dealInIt = R"({"deals":[{"id":2,"name":"Двери","price":1,"pipeline_id":7,"status_id":71}]})";

} // namespace

class TestUndoOrigins : public QObject
{
    Q_OBJECT

private slots:
    void stayWhereALaterImportWentByThem_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArrayList>("files");
        QTest::addColumn<QString>("table");
        QTest::addColumn<qint64>("left");
        for (const BackendRow &row : backends()) {
            QTest::newRow(("a contact's " + row.suffix).constData())
                << row.backend << QByteArrayList{contacts("1", phone), contacts("77", phone), contacts("77", {}, "500")} << QStringLiteral("contacts") << qint64(1);
            QTest::newRow(("a stage's, with its pipeline's " + row.suffix).constData())
                << row.backend << QByteArrayList{pipeline, samePipeline, dealInIt} << QStringLiteral("stages") << qint64(2);
        }
    }
    void stayWhereALaterImportWentByThem()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArrayList, files);
        QFETCH(QString, table);
        QFETCH(qint64, left);
        store::Store &store = fixture.store();
        QCOMPARE(importAll(fixture, files), QString());
        const qint64 records = countOf(store, table);
        const auto db = store.connect();
        PFX_VERIFY(db);
        const auto preview = migration::runs::previewUndo(**db, 2);
        PFX_VERIFY(preview);
        QCOMPARE(preview->leftAlone, left);
        const auto undone = undo(store, 2);
        PFX_VERIFY(undone);
        QCOMPARE(undone->state, RunState::Undone);
        QCOMPARE(codes(*undone).count(QStringLiteral("changed_since")), left);
        const auto again = importFile(store, m_path, amoOptions());
        PFX_VERIFY(again);
        QCOMPARE(countOf(store, table), records);
        QCOMPARE(again->total().created, 0);
    }

    void goWithTheRunWhenNobodyElseCountsOnThem_data() { addBackends(); }
    void goWithTheRunWhenNobodyElseCountsOnThem()
    {
        PFX_STORE_FIXTURE(fixture);
        store::Store &store = fixture.store();
        QCOMPARE(importAll(fixture, {contacts("1", phone)}), QString());
        const QString before = dump(store, Dump::WithoutRuns);
        PFX_VERIFY(importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), contacts("77", phone)), amoOptions()));
        // One that went by it and is undone itself does not count, nor does a mere check.
        const QString third = writeFile(fixture.folder(), QStringLiteral("3.json"), contacts("77", {}, "500"));
        auto dry = amoOptions();
        dry.dryRun = true;
        PFX_VERIFY(importFile(store, third, dry));
        const auto later = importFile(store, third, amoOptions());
        PFX_VERIFY(later);
        PFX_VERIFY(undo(store, later->run));
        const auto undone = undo(store, 2);
        PFX_VERIFY(undone);
        QCOMPARE(codes(*undone), QStringList());
        QCOMPARE(dump(store, Dump::WithoutRuns), before);
    }

private:
    /// One after the other; m_path is the last of them. What went wrong.
    QString importAll(StoreFixture &fixture, const QByteArrayList &files)
    {
        if (const QString error = addEmployee(fixture.store()); !error.isEmpty())
            return error;
        for (qsizetype i = 0; i < files.size(); ++i) {
            m_path = writeFile(fixture.folder(), QStringLiteral("%1.json").arg(i + 1), files[i]);
            if (const auto report = importFile(fixture.store(), m_path, amoOptions()); !report)
                return errorText(report);
        }
        return {};
    }

    static base::Result<migration::RunReport> undo(store::Store &store, qint64 run)
    {
        const base::SystemClock clock;
        migration::RunControl control;
        return migration::runs::undo(store, clock, run, control, {});
    }

    QString m_path;
};

QTEST_GUILESS_MAIN(TestUndoOrigins)
#include "tst_undo_origins.moc"
