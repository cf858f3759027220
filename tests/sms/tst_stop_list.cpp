// SPDX-License-Identifier: GPL-3.0-or-later
// The stop list in the store, and files of numbers as people keep them, good and bad.
#include "core/settings/settings.h"
#include "core/sms/stop_list.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QFile>
#include <QTemporaryDir>

using namespace pfx;
using namespace pfx::sms;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

constexpr qint64 now = 1'700'000'000'000;

QStringList numbersOf(const QVector<Stopped> &list)
{
    QStringList numbers;
    for (const Stopped &one : list)
        numbers.append(one.reason.isEmpty() ? one.recipient : one.recipient + QLatin1Char('=') + one.reason);
    return numbers;
}

/// The store's writer with batches of its own, which fails once.
class BatchWriter : public store::Writer {
public:
    static constexpr int rows = 1000;
    int failAt = 0, jobs = 0;

    explicit BatchWriter(store::Writer &writer) : m_writer(writer) { }
    void submit(Job job, Done done) override { m_writer.submit(std::move(job), std::move(done)); }
    base::Result<void> run(Job job) override
    {
        if (++jobs == failAt)
            return base::fail(base::ErrorCode::StorageLocked, QStringLiteral("busy"));
        return m_writer.run(std::move(job));
    }
    int advisedBatchRows() override { return rows; }

private:
    store::Writer &m_writer;
};

} // namespace

class TestStopList : public QObject {
    Q_OBJECT

private slots:
    void whatIsAddedStandsThereOnce_data() { test::addBackends(); }
    void whatIsAddedStandsThereOnce()
    {
        PFX_STORE_FIXTURE(fixture);
        store::Writer &writer = fixture.store().writer();
        qint64 added = 0, removed = 0;
        const auto add = [&](const QVector<Stopped> &numbers) {
            return writer.run([&](store::Connection &db) -> base::Result<void> {
                PFX_ASSIGN(added, addToStopList(db, numbers));
                return {};
            });
        };
        PFX_VERIFY(add({{q("+79161110001"), q("просил"), now}, {q("+79161110002"), {}, now}, {q("+79161110001"), q("ещё раз"), now}}));
        QCOMPARE(added, 2);
        PFX_VERIFY(add({{q("+79161110002"), q("другая причина"), now + 1}, {q("+4915112345678"), {}, now + 1}}));
        QCOMPARE(added, 1);
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        QCOMPARE(stopList(**db, {}, 10)->all, 3);
        QCOMPARE(numbersOf(stopList(**db, {}, 10)->rows), (QStringList{q("+4915112345678"), q("+79161110001=просил"), q("+79161110002")}));
        const auto first = stopList(**db, {}, 1);
        PFX_VERIFY(first);
        QCOMPARE(numbersOf(first->rows), QStringList{q("+4915112345678")});
        QVERIFY(first->more);
        QVERIFY(!stopList(**db, {}, 3)->more);
        PFX_VERIFY(writer.run([&](store::Connection &write) -> base::Result<void> {
            PFX_ASSIGN(removed, removeFromStopList(write, {q("+79161110001"), q("+70000000000")}));
            return {};
        }));
        QCOMPARE(removed, 1);
        QCOMPARE(stopList(**db, {}, 10)->all, 2);
    }

    void searching_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QStringList both{q("+79161110001"), q("+79161110002")};
        for (const test::BackendRow &backend : test::backends()) {
            const auto row = [&](const QByteArray &name, const char *typed, const QStringList &found) {
                QTest::newRow(name + backend.suffix) << backend.backend << q(typed) << found;
            };
            row("as E.164", "+79161110001", {q("+79161110001")});
            row("with an 8, as people write it", "8 916 111-00-01", {q("+79161110001")});
            row("without a country", "916 111-00-02", {q("+79161110002")});
            row("the beginning with an 8", "8 (916) 111", both);
            row("the beginning with a +7", "+7 916", both);
            row("the end", "00-02", {q("+79161110002")});
            row("an 8 that is no country", "8912", {q("+498912345678")});
            row("a lone 8", "8", {q("+498912345678"), q("+78124440008")});
            row("the setting's number", "8 812 444-00-08", {q("+78124440008")});
            row("nobody's", "8 916 222", {});
            row("no digits", "%", {q("+498912345678"), q("+78124440008"), q("+79161110001"), q("+79161110002")});
        }
    }
    void searching()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(const QString, typed);
        PFX_VERIFY(fixture.store().writer().run([](store::Connection &db) -> base::Result<void> {
            PFX_TRY(settings::write(db, q("sms.stop-list"), q("[\"8 812 444-00-08\"]")));
            PFX_TRY(addToStopList(db, {{q("+79161110001"), {}, now}, {q("+79161110002"), {}, now}, {q("+498912345678"), {}, now}}));
            return {};
        }));
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto view = stopList(**db, typed, 10);
        PFX_VERIFY(view);
        QTEST(numbersOf(view->rows), "found");
        QCOMPARE(view->all, 4);
    }

    void theSettingsNumbersStandThereToo_data() { test::addBackends(); }
    void theSettingsNumbersStandThereToo()
    {
        PFX_STORE_FIXTURE(fixture);
        const QString setting = q("[\"8 916 111-00-01\", \"+79161110003\", \"79161110003\", \"none\"]");
        PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) -> base::Result<void> {
            PFX_TRY(settings::write(db, q("sms.stop-list"), setting));
            PFX_TRY(addToStopList(db, {{q("+79161110001"), q("просил"), now}, {q("+79161110002"), {}, now}}));
            return {};
        }));
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto view = stopList(**db, {}, 10);
        PFX_VERIFY(view);
        QCOMPARE(numbersOf(view->rows), (QStringList{q("+79161110001=просил"), q("+79161110002"), q("+79161110003")})); // as Planfix is told
        QVERIFY(view->rows[0].inSetting && !view->rows[1].inSetting && view->rows[2].inSetting);
        QCOMPARE(view->all, 3);
        const auto two = stopList(**db, {}, 2);
        PFX_VERIFY(two);
        QCOMPARE(two->rows.size(), 2);
        QVERIFY(two->more);
    }

    void manyGoInByBatches_data() { test::addBackends(); }
    void manyGoInByBatches()
    {
        PFX_STORE_FIXTURE(fixture);
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        QVector<Stopped> numbers;
        for (int i = 0; i < 2500; ++i)
            numbers.append({QStringLiteral("+7916%1").arg(1'000'000 + i), {}, now});
        numbers.append(numbers.first());
        const qint64 before = *settings::revision(**db);
        BatchWriter writer(fixture.store().writer());
        // The third batch fails: what is in stays, and running programs learn of it.
        writer.failAt = 3;
        PFX_VERIFY_ERROR(addToStopList(writer, numbers, {}), base::ErrorCode::StorageLocked);
        QCOMPARE(stopList(**db, {}, 1)->all, 2 * BatchWriter::rows);
        QCOMPARE(*settings::revision(**db), before + 1);
        writer.failAt = 0;
        writer.jobs = 0;
        auto added = addToStopList(writer, numbers, {});
        PFX_VERIFY(added);
        QCOMPARE(*added, 2500 - 2 * BatchWriter::rows);
        QCOMPARE(writer.jobs, 3);
        QCOMPARE(*settings::revision(**db), before + 2);
        // Nothing new: nobody is told.
        added = addToStopList(writer, numbers, {});
        PFX_VERIFY(added);
        QCOMPARE(*added, 0);
        QCOMPARE(*settings::revision(**db), before + 2);
        base::StopSource stop;
        stop.request_stop();
        PFX_VERIFY_ERROR(addToStopList(writer, {{q("+79990000000"), {}, now}}, stop.get_token()), base::ErrorCode::Cancelled);
    }

    void files_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("numbers");
        QTest::addColumn<qint64>("skipped");
        const auto row = [](const char *name, const QByteArray &content, const QStringList &numbers, qint64 skipped = 0) {
            QTest::newRow(name) << content << numbers << skipped;
        };
        row("a number a line, in several spellings", "+79161110001\n8 (916) 111-00-02\r\n9161110003\n",
            {q("+79161110001"), q("+79161110002"), q("+79161110003")});
        row("a table with a heading and a reason", "Телефон;Причина\n+79161110001;просил не писать\n", {q("+79161110001=просил не писать")});
        row("the number stands in the third column", "Имя,Почта,Телефон,Почему\nАнна,a@example.com,8 916 111 00 01,жалоба\n",
            {q("+79161110001=жалоба")});
        row("of windows-1251", QByteArray("\xD2\xE5\xEB;\xCF\xF0\xE8\xF7\xE8\xED\xE0\n79161110001;\xEF\xF0\xEE\xF1\xE8\xEB\n"), {q("+79161110001=просил")});
        row("with the mark of UTF-8 and quotes", "\xEF\xBB\xBF\"+79161110001\",\"сам; лично\"\n", {q("+79161110001=сам; лично")});
        row("rows without a number are counted", "+79161110001\nАнна\n\n123\n+79161110002\n", {q("+79161110001"), q("+79161110002")}, 2);
        row("ends in the middle of a row", "+79161110001;прос", {q("+79161110001=прос")});
        row("the same number twice", "89161110001\n+7 916 111-00-01\n", {q("+79161110001"), q("+79161110001")});
        row("several numbers in a row", "+79161110001,+79161110002,+79161110003\n", {q("+79161110001"), q("+79161110002"), q("+79161110003")});
        row("two columns of phones", "Имя;Рабочий телефон;Мобильный телефон;Что\nИван;+74951234567;+79162220001;жалоба\n",
            {q("+74951234567=жалоба"), q("+79162220001=жалоба")});
        row("several numbers in a cell", "Клиент;Тел.;Почему\nИван;\"+79161110001, 8 916 111-00-02\";просил\n",
            {q("+79161110001=просил"), q("+79161110002=просил")});
        row("one with an extension is one", "Телефон;Имя\n\"+74951234567, доб. 12\";Иван\n", {q("+74951234567=Иван")});
        row("a cell of numbers and words is none", "+79161110001\n\"9161110002, Иван\"\n", {q("+79161110001")}, 1);
        row("a passport stands before the phone", "Паспорт;Телефон;Причина\n4012345678;89161110001;просил\n", {q("+79161110001=просил")});
        row("a passport stands before the phone, without a heading", "4012345678;89161110001;просил\n", {q("+79161110001=просил")});
        row("a passport stands behind it", "89161110001;4012345678;просил\n", {q("+79161110001=просил")});
        row("the number of the contract is no phone", "Номер договора;Номер\n79990000001;9161110001\n", {q("+79161110001")});
        row("a number is no phone beside a phone", "Номер;Phone number\n79990000001;9161110001\n", {q("+79161110001")});
        row("ten digits in the only column with numbers", "9161110001;просил\n9161110002;жалоба\n", {q("+79161110001=просил"), q("+79161110002=жалоба")});
        row("ten digits among others with a code", "Иван;4012345678;+79161110001\nАнна;4012345679;+79161110002\nПётр;4012345670;9161110003\n",
            {q("+79161110001"), q("+79161110002"), q("+79161110003")});
        row("a number in a column of passports", "4012345678;+79161110001\n4012345679;+79161110002\n+79161110003;\n",
            {q("+79161110001"), q("+79161110002"), q("+79161110003")});
        row("a row that lacks the phone is told", "Паспорт;Телефон\n4012345678;\n4012345679;9161110001\n", {q("+79161110001")}, 1);
        row("the reason by its heading", "Телефон;Имя;Дата;Комментарий\n9161110001;Иван;01.02.2025;просил\n9161110002;Анна\n",
            {q("+79161110001=просил"), q("+79161110002")});
        row("in English", "Name,Mobile,Reason\nAnn,+49 1511 2345678,asked\n", {q("+4915112345678=asked")});
    }
    void files()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QStringList, numbers);
        QFETCH(const qint64, skipped);
        const auto read = readStopListFile(written(content), now, {});
        PFX_VERIFY(read);
        QCOMPARE(numbersOf(read->numbers), numbers);
        QCOMPARE(read->skippedCount, skipped);
        QCOMPARE(read->skipped.size(), skipped);
        QCOMPARE(read->numbers.first().addedAt, now);
    }

    void filesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nothing but spaces") << QByteArray(" \n \n");
        QTest::newRow("no number in it") << QByteArray("Имя;Почта\nАнна;a@example.com\n");
        QTest::newRow("JSON") << QByteArray("[\"+79161110001\"]");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QTest::newRow("zero octets") << QByteArray("+79161110001\n\0\0\0\n", 17);
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE+\0""7\0", 6);
        QTest::newRow("one row too many") << QByteArray("+79161110001\n").repeated(200'001);
        QTest::newRow("one row too many below a heading") << "Телефон\n" + QByteArray("+79161110001\n").repeated(200'001);
        QTest::newRow("too many numbers in few rows") << (QByteArray("+79161110001;").repeated(1000) + '\n').repeated(201);
        QTest::newRow("two columns that may be phones") << QByteArray("9161110001;4012345678\n9161110002;4012345679\n");
    }
    void filesThatAreNone()
    {
        QFETCH(const QByteArray, content);
        const QString path = written(content);
        const auto read = readStopListFile(path, now, {});
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, base::ErrorCode::SourceUnreadable);
        QVERIFY2(read.error().where.startsWith(path), qPrintable(read.error().where));
    }
    void aFileThatIsNotThere()
    {
        const auto read = readStopListFile(m_folder.filePath(q("none.csv")), now, {});
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, base::ErrorCode::SourceUnreadable);
    }
    void aFileOfTheGreatestLengthIsRead()
    {
        const auto read = readStopListFile(written("Телефон\n" + QByteArray("+79161110001\n").repeated(200'000)), now, {});
        PFX_VERIFY(read);
        QCOMPARE(read->numbers.size(), 200'000);
    }
    void aLongReasonIsCut()
    {
        const auto read = readStopListFile(written("+79161110001;" + QByteArray(100'000, 'x') + "\n"), now, {});
        PFX_VERIFY(read);
        QCOMPARE(read->numbers.first().reason, QString(200, u'x'));
    }
    void aStopIsObeyed()
    {
        base::StopSource stop;
        stop.request_stop();
        const auto read = readStopListFile(written("+79161110001\n+79161110002\n"), now, stop.get_token());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, base::ErrorCode::Cancelled);
    }

private:
    QString written(const QByteArray &content)
    {
        const QString path = m_folder.filePath(QStringLiteral("list-%1.csv").arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestStopList)
#include "tst_stop_list.moc"
