// SPDX-License-Identifier: GPL-3.0-or-later
// The stop list in the store, and files of numbers as people keep them, good and bad.
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
        QCOMPARE(*stopListSize(**db), 3);
        QCOMPARE(numbersOf(*stopList(**db, {}, {}, 10)), (QStringList{q("+4915112345678"), q("+79161110001=просил"), q("+79161110002")}));
        QCOMPARE(numbersOf(*stopList(**db, q("8 (916) 111"), {}, 10)), QStringList()); // 8916111: no number has these digits
        QCOMPARE(numbersOf(*stopList(**db, q("916 111-00-02"), {}, 10)), QStringList{q("+79161110002")});
        QCOMPARE(numbersOf(*stopList(**db, q("%"), {}, 10)).size(), 3); // no digits: all
        QCOMPARE(numbersOf(*stopList(**db, {}, q("+79161110001"), 10)), QStringList{q("+79161110002")});
        QCOMPARE(numbersOf(*stopList(**db, {}, {}, 1)), QStringList{q("+4915112345678")});
        PFX_VERIFY(writer.run([&](store::Connection &write) -> base::Result<void> {
            PFX_ASSIGN(removed, removeFromStopList(write, {q("+79161110001"), q("+70000000000")}));
            return {};
        }));
        QCOMPARE(removed, 1);
        QCOMPARE(*stopListSize(**db), 2);
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
        QTest::newRow("too many rows") << QByteArray("+79161110001\n").repeated(200'002);
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
