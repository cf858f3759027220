// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include <QtTest>

#include <zip.h>

using namespace pfx;
using namespace pfx::records;
using bitrix24::test::Read;
using bitrix24::test::readPath;
using bitrix24::test::readText;

namespace {

bool writeZip(const QString &path, const QVector<std::pair<QByteArray, QByteArray>> &parts)
{
    int error = 0;
    zip *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive)
        return false;
    for (const auto &[name, content] : parts) {
        zip_source *source = zip_source_buffer(archive, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        if (zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8) < 0)
            return false;
    }
    return zip_close(archive) == 0;
}

} // namespace

class Tables : public QObject
{
    Q_OBJECT

private:
    void verifyDeal(const Read &read)
    {
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        const auto deals = read.all<Deal>(Section::Deals);
        QCOMPARE(deals.size(), 2);
        QCOMPARE(read.info.deals, 2);
        const Deal &deal = deals.at(0);
        QCOMPARE(deal.externalId, QStringLiteral("410"));
        QCOMPARE(deal.title, QStringLiteral("Окна & двери"));
        QCOMPARE(deal.stage.name, QStringLiteral("Новая"));
        QCOMPARE(deal.pipeline.name, QStringLiteral("Общая"));
        QCOMPARE(deal.amount, QStringLiteral("1500.50"));
        QCOMPARE(deal.createdAt, std::optional<qint64>(1706782830000));
        QCOMPARE(deal.contacts.size(), 1);
        QCOMPARE(deal.contacts.at(0).externalId, QStringLiteral("84"));
        QCOMPARE(deal.contacts.at(0).name, QStringLiteral("Иван Иванов"));
        QCOMPARE(deal.contacts.at(0).points.at(0).value, QStringLiteral("+79991234567"));
        QCOMPARE(deals.at(1).externalId, QStringLiteral("411"));
        QVERIFY(deals.at(1).contacts.isEmpty());
    }

private slots:
    void readsTheHtmlTable()
    {
        const Read read = readText("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><style>td {mso: 1}</style></head>\n"
                                   "<body><table border=1><thead><tr><th>ID</th><th>Стадия сделки</th><th>Направление</th><th>Название сделки</th><th>Сумма</th>"
                                   "<th>Дата создания</th><th>Контакт: ID</th><th>Контакт: Имя</th><th>Контакт: Фамилия</th><th>Контакт: Рабочий телефон</th></tr></thead>\n"
                                   "<tbody><tr><td>410</td><td>Новая</td><td>Общая</td><td><b>Окна</b> &amp; двери</td><td>1500.50</td><td>01.02.2024 10:20:30</td>"
                                   "<td>84</td><td>Иван</td><td>Иванов</td><td>&#43;79991234567</td></tr>\n"
                                   "<tr><td>411<td>Новая<td>Общая<td>Вторая<td>0<td colspan=5></tr></tbody></table></body></html>");
        verifyDeal(read);
        QCOMPARE(read.info.form, QStringLiteral("html-table"));
    }

    void readsTheCsv()
    {
        verifyDeal(readText("ID;Стадия сделки;Направление;Название сделки;Сумма;Дата создания;Контакт: ID;Контакт: Имя;Контакт: Фамилия;Контакт: Рабочий телефон\n"
                            "410;Новая;Общая;Окна & двери;1500.50;01.02.2024 10:20:30;84;Иван;Иванов;'+79991234567\n411;Новая;Общая;Вторая;0;;;;;\n"));
    }

    void readsAnXlsx_data()
    {
        QTest::addColumn<QByteArray>("workbook");
        QTest::addColumn<QByteArray>("serial");
        QTest::newRow("with the usual dates") << QByteArray("<workbook><workbookPr/></workbook>") << QByteArray("45323.4309027778");
        QTest::newRow("without a word about dates") << QByteArray() << QByteArray("45323.4309027778");
        QTest::newRow("with dates counted from 1904") << QByteArray("<workbook><workbookPr date1904=\"1\"/></workbook>") << QByteArray("43861.4309027778");
        QTest::newRow("with dates counted from 1904, said as true")
            << QByteArray("<workbook><workbookPr date1904=\"true\"/></workbook>") << QByteArray("43861.4309027778");
        QTest::newRow("with dates expressly not counted from 1904")
            << QByteArray("<workbook><workbookPr date1904=\"false\"/></workbook>") << QByteArray("45323.4309027778");
    }

    void readsAnXlsx()
    {
        QFETCH(QByteArray, workbook);
        QFETCH(QByteArray, serial);
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("deals.xls"));
        const QByteArray strings = "<sst><si><t>ID</t></si><si><t>Стадия сделки</t></si><si><t>Направление</t></si><si><t>Название сделки</t></si><si><t>Сумма</t></si>"
                                   "<si><t>Дата создания</t></si><si><t>Контакт: ID</t></si><si><t>Контакт</t></si><si><r><t>Окна &amp; </t></r><r><t>двери</t></r></si></sst>";
        const QByteArray sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
                                 "<c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v></c><c r=\"F1\" t=\"s\"><v>5</v></c><c r=\"G1\" t=\"s\"><v>6</v></c>"
                                 "<c r=\"H1\" t=\"s\"><v>7</v></c><c r=\"I1\" t=\"inlineStr\"><is><t>Рабочий телефон</t></is></c></row>"
                                 "<row r=\"2\"><c r=\"A2\"><v>410</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Новая</t></is></c><c r=\"C2\" t=\"str\"><v>Общая</v></c>"
                                 "<c r=\"D2\" t=\"s\"><v>8</v></c><c r=\"E2\"><v>1500.50</v></c><c r=\"F2\" s=\"1\"><v>" + serial + "</v></c><c r=\"G2\"><v>84</v></c>"
                                 "<c r=\"H2\" t=\"inlineStr\"><is><t>Иван Иванов</t></is></c><c r=\"I2\" t=\"inlineStr\"><is><t>+79991234567</t></is></c></row>"
                                 "<row r=\"3\"><c r=\"A3\"><v>411</v></c><c r=\"D3\" t=\"inlineStr\"><is><t>Вторая</t></is></c></row></sheetData></worksheet>";
        QVERIFY(writeZip(path, {{"[Content_Types].xml", "<Types/>"},
                                {workbook.isEmpty() ? "docProps/app.xml" : "xl/workbook.xml", workbook},
                                {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"},
                                {"xl/sharedStrings.xml", strings},
                                {"xl/worksheets/sheet1.xml", sheet}}));
        for (const int rows : {1000, 1}) {
            const Read read = readPath(path, rows);
            verifyDeal(read);
            QCOMPARE(read.info.form, QStringLiteral("xlsx"));
        }
    }

    void refusesABomb()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("bomb.xlsx"));
        QByteArray sheet = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>";
        sheet += QByteArray(24 * 1024 * 1024, 'x');
        QVERIFY(writeZip(path, {{"xl/worksheets/sheet1.xml", sheet}}));
        const Read read = readPath(path);
        QVERIFY(read.error);
        QCOMPARE(read.error->code, base::ErrorCode::SourceUnreadable);
    }

    void readsContactsAndCompanies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("contacts");
        QTest::addColumn<int>("companies");
        QTest::newRow("contacts") << QByteArray("ID;Имя;Отчество;Фамилия;Компания;Должность;Мобильный телефон\n1;Анна;Ивановна;Ким;ООО Лето;Директор;+79990000001\n") << 1 << 0;
        QTest::newRow("companies") << QByteArray("ID;Название компании;Тип компании;Рабочий телефон\n9;ООО Лето;Клиент;+74950000000\n") << 0 << 1;
    }

    void readsContactsAndCompanies()
    {
        QFETCH(QByteArray, text);
        const Read read = readText(text);
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QTEST(static_cast<int>(read.all<Contact>(Section::Contacts).size()), "contacts");
        QTEST(static_cast<int>(read.all<Company>(Section::Companies).size()), "companies");
    }
};

QTEST_GUILESS_MAIN(Tables)
#include "tst_tables.moc"
