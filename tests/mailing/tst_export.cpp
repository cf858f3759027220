// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/list_export.h"
#include "core/mailing/suppression_import.h"
#include "tests/mailing/mailing_office.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace pfx;
using namespace pfx::test;
using namespace pfx::mailing;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

template<typename Export> QByteArray textOf(Export exported)
{
    QByteArray text;
    const auto done = exported([&text](const QByteArray &bytes) -> base::Result<void> {
        text += bytes;
        return {};
    });
    return done ? text : "failed: " + done.error().detail.toUtf8();
}

} // namespace

class TestExport : public QObject {
    Q_OBJECT

private slots:
    void aListIsExportedWithWhoMayBeWrittenTo_data() { addBackends(); }
    void aListIsExportedWithWhoMayBeWrittenTo()
    {
        PFX_STORE_FIXTURE(fixture);
        MailingOffice office(fixture.store(), fixture.store());
        office.suppress(s("no@example.test"));
        const QString list = office.newList();
        QVERIFY(office
                    .import(list, {contact(1, s("anna@example.test"), s("Анна"), s("=cmd()")), contact(2, s("anna@example.test")),
                                   contact(3, s("no@example.test")), contact(4, {}), QJsonObject{{s("email"), s("b@x.ru")}}})
                    .contains(QLatin1String("success")));
        const auto db = fixture.store().connect();
        const qint64 id = office.idOf(list);
        const ExportLinks none{{}, UnsubscribeLinks({})};
        QCOMPARE(textOf([&](const Sink &sink) { return exportListJson(**db, id, none, sink); }),
                 QByteArray("[{\"id\":1,\"email\":\"anna@example.test\",\"first_name\":\"Анна\",\"last_name\":\"=cmd()\",\"unsubscribe_url\":null},"
                            "{\"id\":null,\"email\":\"b@x.ru\",\"first_name\":\"\",\"last_name\":\"\",\"unsubscribe_url\":null}]\n"));
        QCOMPARE(textOf([&](const Sink &sink) { return exportListCsv(**db, id, none, sink); }),
                 QByteArray("id,email,first_name,last_name,unsubscribe_url\r\n1,anna@example.test,Анна,'=cmd(),\r\n,b@x.ru,,,\r\n"));
        const ExportLinks links{s("https://example.test"), UnsubscribeLinks("key")};
        const QJsonArray rows = QJsonDocument::fromJson(textOf([&](const Sink &sink) { return exportListJson(**db, id, links, sink); })).array();
        const QString url = rows[0].toObject().value(QLatin1String("unsubscribe_url")).toString();
        QVERIFY2(url.startsWith(QLatin1String("https://example.test/u/")), qPrintable(url));
        QCOMPARE(UnsubscribeLinks("key").read(url.section(QLatin1Char('/'), -1).toLatin1())->email, s("anna@example.test"));
    }

    void anEmptyListIsAnEmptyDocument()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QVERIFY(fixture.isValid());
        const auto db = fixture.store().connect();
        QCOMPARE(textOf([&](const Sink &sink) { return exportListJson(**db, 1, {{}, UnsubscribeLinks({})}, sink); }), QByteArray("[]\n"));
    }

    void suppressionsComeBackAsTheyWent_data() { addBackends(); }
    void suppressionsComeBackAsTheyWent()
    {
        PFX_STORE_FIXTURE(fixture);
        MailingOffice office(fixture.store(), fixture.store());
        for (int i = 0; i < 1'100; ++i) // more than a page
            office.suppress(QStringLiteral("p%1@x.ru").arg(i));
        const auto db = fixture.store().connect();
        const QByteArray exported = textOf([&](const Sink &sink) { return exportSuppressionsCsv(**db, sink); });
        QCOMPARE(exported.count('\n'), 1'101);

        StoreFixture other(backend);
        QVERIFY2(other.isValid(), qPrintable(other.error()));
        const auto read = readSuppressions(exported, 5);
        PFX_VERIFY(read);
        QCOMPARE(read->suppressions.size(), 1'100);
        QCOMPARE(read->skipped.size(), 0);
        QCOMPARE(read->suppressions.first().reason, Reason::Unsubscribed);
    }

    void aFileOfAddressesIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("read");
        QTest::addColumn<int>("skipped");
        QTest::newRow("one a line") << QByteArray("a@x.ru\nB@x.ru\r\n\n") << QStringList{s("a@x.ru manual"), s("b@x.ru manual")} << 0;
        QTest::newRow("with a heading") << QByteArray("Email,Причина\na@x.ru,bounced\n") << QStringList{s("a@x.ru bounced")} << 0;
        QTest::newRow("with semicolons") << QByteArray("email;reason\na@x.ru;complained\n") << QStringList{s("a@x.ru complained")} << 0;
        QTest::newRow("quoted, with a mark") << QByteArray("\xEF\xBB\xBF\"a@x.ru\",\"own words\"\n") << QStringList{s("a@x.ru manual own words")} << 0;
        QTest::newRow("with what is none") << QByteArray("a@x.ru\nnonsense\nb@x.ru\n") << QStringList{s("a@x.ru manual"), s("b@x.ru manual")} << 1;
        QTest::newRow("a formula's apostrophe") << QByteArray("'+a@x.ru\n") << QStringList{s("+a@x.ru manual")} << 0;
    }
    void aFileOfAddressesIsUnderstood()
    {
        QFETCH(QByteArray, file);
        const auto read = readSuppressions(file, 5);
        PFX_VERIFY(read);
        QStringList lines;
        for (const Suppression &one : read->suppressions)
            lines.append((one.email + u' ' + name(one.reason) + u' ' + one.note).trimmed());
        QTEST(lines, "read");
        QTEST(int(read->skipped.size()), "skipped");
    }

    void whatIsNoTextIsRefused()
    {
        PFX_VERIFY_ERROR(readSuppressions(QByteArray("\xFF\xFE\0a", 4), 5), base::ErrorCode::SourceUnreadable);
        PFX_VERIFY_ERROR(readSuppressions("nothing here\n", 5), base::ErrorCode::SourceUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
