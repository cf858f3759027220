// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using amocrm::test::Read;
using amocrm::test::readText;

namespace {

const char leadsHeader[] = "ID;Название сделки;Бюджет ₽;Ответственный;Дата создания сделки;Теги;Примечание;Этап сделки;Воронка;"
                           "Полное имя контакта;Компания контакта;Рабочий телефон;Рабочий email;Примечание\n";
const char leadsRow[] = "7;\"Окна; двери\";\"100 000\";Пётр Петров;01.02.2024 10:20:30;\"VIP, лето\";\"первая\nвторая\";Переговоры;Продажи;"
                        "Иван Иванов;ООО Ромашка;'+79991234567;ivan@example.com;ещё\n";

QByteArray inWindows1251(const QString &text)
{
    QByteArray out;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        out += static_cast<char>(unit < 0x80 ? unit : unit == u'ё' ? 0xB8 : unit == u'Ё' ? 0xA8 : unit == u'№' ? 0xB9 : unit - 0x0410 + 0xC0);
    }
    return out;
}

} // namespace

class Tables : public QObject
{
    Q_OBJECT

private:
    void verifyLead(const Read &read)
    {
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.info.deals, 1);
        QCOMPARE(read.info.contacts, 0);
        QCOMPARE(read.info.stagesSeen.size(), 1);
        QCOMPARE(read.info.stagesSeen.first().name, QStringLiteral("Продажи"));
        QCOMPARE(read.info.stagesSeen.first().stages.size(), 1);
        QCOMPARE(read.info.stagesSeen.first().stages.first().name, QStringLiteral("Переговоры"));
        const auto deals = read.all<Deal>(Section::Deals);
        QCOMPARE(deals.size(), 1);
        const Deal &deal = deals.at(0);
        QCOMPARE(deal.externalId, QStringLiteral("7"));
        QCOMPARE(deal.title, QStringLiteral("Окна; двери"));
        QCOMPARE(deal.amount, QStringLiteral("100 000"));
        QCOMPARE(deal.owner.name, QStringLiteral("Пётр Петров"));
        QCOMPARE(deal.createdAt, std::optional<qint64>(1706782830000));
        QCOMPARE(deal.tags, (QStringList{QStringLiteral("VIP"), QStringLiteral("лето")}));
        QCOMPARE(deal.stage.name, QStringLiteral("Переговоры"));
        QVERIFY(deal.stage.externalId.isEmpty());
        QCOMPARE(deal.pipeline.name, QStringLiteral("Продажи"));
        QCOMPARE(deal.company.name, QStringLiteral("ООО Ромашка"));
        QCOMPARE(deal.contacts.size(), 1);
        QCOMPARE(deal.contacts.at(0).name, QStringLiteral("Иван Иванов"));
        QCOMPARE(deal.contacts.at(0).points.at(0).value, QStringLiteral("+79991234567"));
        QCOMPARE(deal.contacts.at(0).points.at(1).value, QStringLiteral("ivan@example.com"));
        QCOMPARE(deal.custom.size(), 2);
        QCOMPARE(deal.custom.at(0).text, QStringLiteral("первая\nвторая"));
        QCOMPARE(deal.custom.at(1).name, QStringLiteral("Примечание (2)"));
        QVERIFY(read.info.notices.contains(QStringLiteral("repeated_columns")));
    }

private slots:
    void readsSeveralPhonesOfACell_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("values");
        QTest::newRow("one") << QByteArray("+7 495 123-45-67") << "+7 495 123-45-67";
        QTest::newRow("two behind a comma") << QByteArray("+7 495 123-45-67, 89991234567") << "+7 495 123-45-67|89991234567";
        QTest::newRow("an extension behind a comma") << QByteArray("+7 495 123-45-67, доб. 12") << "+7 495 123-45-67, доб. 12";
        QTest::newRow("an extension and another phone") << QByteArray("+7 495 123-45-67, доб. 12, 8 999 123-45-67;+7 495 123-45-68, ext 3")
                                                        << "+7 495 123-45-67, доб. 12|8 999 123-45-67|+7 495 123-45-68, ext 3";
        QTest::newRow("an extension without a comma") << QByteArray("+7 495 123-45-67 доб. 12,89991234567") << "+7 495 123-45-67 доб. 12|89991234567";
        QTest::newRow("words behind a comma") << QByteArray("+7 495 123-45-67, звонить утром") << "+7 495 123-45-67|звонить утром";
        QTest::newRow("a short number behind a comma") << QByteArray("+7 495 123-45-67, 112") << "+7 495 123-45-67|112";
        QTest::newRow("separators without anything") << QByteArray(",;, +7 495 123-45-67,,") << "+7 495 123-45-67";
    }

    void readsSeveralPhonesOfACell()
    {
        QFETCH(QByteArray, cell);
        const Read read = readText("ID;Имя;Фамилия;Рабочий телефон\n1;А;Б;\"" + cell + "\"\n");
        QStringList values;
        const QVector<Contact> contacts = read.all<Contact>(Section::Contacts);
        for (const Point &point : contacts.at(0).points)
            values << point.value;
        QTEST(values.join(u'|'), "values");
    }

    void readsALeadsCsv_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("delimiter");
        const QByteArray plain = QByteArray(leadsHeader) + leadsRow;
        QTest::newRow("semicolons in UTF-8") << plain << "UTF-8" << ";";
        QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF" + plain) << "UTF-8" << ";";
        QTest::newRow("line ends of Windows") << QByteArray(plain).replace("двери\";", "двери\";").replace("ещё\n", "ещё\r\n").replace("Примечание\n", "Примечание\r\n") << "UTF-8" << ";";
        QTest::newRow("no line end at the end") << plain.chopped(1) << "UTF-8" << ";";
        QTest::newRow("empty lines between") << QByteArray(QByteArray(leadsHeader) + "\n\n" + leadsRow + "\n") << "UTF-8" << ";";
        QTest::newRow("commas") << QByteArray(plain).replace("Окна; двери", "Окна\x01 двери").replace("VIP, лето", "VIP\x02 лето").replace(';', ',').replace("\x01", ";").replace("\x02", ",") << "UTF-8" << ",";
        QTest::newRow("tabs") << QByteArray(plain).replace("Окна; двери", "Окна\x01 двери").replace(';', '\t').replace("\x01", ";") << "UTF-8" << "\t";
        QTest::newRow("windows-1251") << inWindows1251(QString::fromUtf8(plain).remove(QStringLiteral(" ₽"))) << "windows-1251" << ";";
    }

    void readsALeadsCsv()
    {
        QFETCH(QByteArray, text);
        const Read read = readText(text);
        verifyLead(read);
        QTEST(read.info.encoding, "encoding");
        QTEST(read.info.delimiter, "delimiter");
        QCOMPARE(read.info.form, QStringLiteral("csv"));
    }

    void aDealsContactIsToldByColumnsOfItsOwn()
    {
        const Read read = readText("ID;Название сделки;Основной контакт;Рабочий телефон (контакт);Рабочий email (контакт);Теги сделки;Бюджет ₽\n"
                                   "7;Окна;Иван Петров;'+79161112233;ivan@example.com;VIP;1000\n");
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        const Deal deal = read.all<Deal>(Section::Deals).value(0);
        QCOMPARE(deal.contacts.size(), 1);
        QCOMPARE(deal.contacts.at(0).name, QStringLiteral("Иван Петров"));
        QCOMPARE(deal.contacts.at(0).points.size(), 2);
        QCOMPARE(deal.contacts.at(0).points.at(0).value, QStringLiteral("+79161112233"));
        QCOMPARE(deal.tags, QStringList{QStringLiteral("VIP")});
    }

    void plainWordsAreKnownWhateverTheSystem()
    {
        const Read read = readText("ID;Название;Сумма;Воронка;Этап;Контакт\n1;Окна;1000;Продажи;Новая;Иван Петров\n");
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        const Deal deal = read.all<Deal>(Section::Deals).value(0);
        QCOMPARE(deal.amount, QStringLiteral("1000"));
        QCOMPARE(deal.stage.name, QStringLiteral("Новая"));
        QCOMPARE(deal.contacts.value(0).name, QStringLiteral("Иван Петров"));
    }

    void separatesContactsFromCompanies()
    {
        const Read read = readText("ID,Тип (контакт/компания),Полное имя контакта,Имя,Фамилия,Название компании,Мобильный телефон,Должность\n"
                                   "1,контакт,Анна Ким,Анна,Ким,ООО Лето,\"+79990000001, +79990000002\",Директор\n"
                                   "2,компания,,,,ООО Лето,+74950000000,\n"
                                   "3,контакт,Олег,Олег,,,,\n");
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.info.contacts, 2);
        QCOMPARE(read.info.companies, 1);
        const auto contacts = read.all<Contact>(Section::Contacts);
        QCOMPARE(contacts.size(), 2);
        QCOMPARE(contacts.at(0).points.size(), 2);
        QCOMPARE(contacts.at(0).points.at(0).type, QStringLiteral("mobile"));
        QCOMPARE(contacts.at(0).company.name, QStringLiteral("ООО Лето"));
        QCOMPARE(contacts.at(1).externalId, QStringLiteral("3"));
        QCOMPARE(read.all<Company>(Section::Companies).at(0).title, QStringLiteral("ООО Лето"));
    }

    void reportsARowWithoutAnIdAndGoesOn()
    {
        const Read read = readText(QByteArray(leadsHeader) + ";Без номера;1;;;;;;;;;;;\n" + leadsRow);
        QCOMPARE(read.errors().size(), 1);
        QCOMPARE(read.errors().at(0).where, QStringLiteral("row 2"));
        QCOMPARE(read.items.at(Section::Deals).at(0).raw, QByteArray(";Без номера;1;;;;;;;;;;;\n"));
        QCOMPARE(read.all<Deal>(Section::Deals).size(), 1);
    }

    void goesOnFromAnyPosition()
    {
        QByteArray text(leadsHeader);
        for (int i = 0; i < 50; ++i)
            text += QByteArray(leadsRow).replace(0, 1, QByteArray::number(i + 1));
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("leads")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        auto source = amocrm::openFileSource(file.fileName());
        QVERIFY(source);
        QVERIFY((*source)->inspect({}, {}));
        QVector<Position> positions{{}};
        for (bool last = false; !last;) {
            const auto batch = (*source)->read(Section::Deals, positions.last(), 3, {});
            QVERIFY(batch);
            positions << batch->next;
            last = batch->last;
        }
        for (const Position &position : std::as_const(positions)) {
            auto fresh = amocrm::openFileSource(file.fileName());
            QVERIFY((*fresh)->inspect({}, {}));
            const auto rest = (*fresh)->read(Section::Deals, position, 1000, {});
            QVERIFY(rest);
            QCOMPARE(rest->items.size(), 50 - position.row);
            if (!rest->items.isEmpty())
                QCOMPARE(std::get<Deal>(rest->items.first().content).externalId, QString::number(position.row + 1));
        }
    }

    void writesFailedRowsImportableAgain()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("leads")));
        const QByteArray text = "\xEF\xBB\xBF" + QByteArray(leadsHeader) + leadsRow;
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        auto source = amocrm::openFileSource(file.fileName());
        QVERIFY((*source)->inspect({}, {}));
        QCOMPARE(amocrm::documentOf((*source)->documentHead(), QStringLiteral("acme"), {{Section::Deals, leadsRow}}), text);
    }

    void namesTheColumnsOfATableThatIsNotOurs()
    {
        const auto words = [](const QByteArray &columns) { return readText(columns + "\n1;2;3\n").error.value_or(base::Error{}).detail; };
        QCOMPARE(words("Артикул;; Цвет  краски ;\"Ве\xE2\x80\xAE\nс\""),
                 QStringLiteral("neither JSON nor a table with known columns (expected: ID, Полное имя контакта, Компания, Рабочий телефон, Рабочий email, "
                                "Название сделки, Этап сделки, Бюджет; found: Артикул, Цвет краски, Ве с)"));
        QVERIFY(words(QByteArray("a;").repeated(8) + "b;c").endsWith(QStringLiteral("found: a, a, a, a, a, a, a, a, …)")));
        QVERIFY(words(";;").endsWith(QStringLiteral("found: —)")));
        const QString heavy = words((QByteArray("щ").repeated(100'000) + ';').repeated(20));
        QVERIFY2(heavy.size() < 600, qPrintable(heavy.left(600)));
    }

    void refusesWhatIsNoTable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a sentence") << QByteArray("Добрый день, это письмо.\nС уважением\n");
        QTest::newRow("unknown columns") << QByteArray("a;b;c\n1;2;3\n");
        QTest::newRow("a web page") << QByteArray("<html><head><title>403 Forbidden</title></head><body><h1>403</h1></body></html>");
        QTest::newRow("a ZIP cut in the middle") << QByteArray("PK\x03\x04 and nothing more");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE" "I\0D\0;\0", 8);
    }

    void refusesWhatIsNoTable()
    {
        QFETCH(QByteArray, text);
        const Read read = readText(text);
        QVERIFY(read.error);
        QCOMPARE(read.error->code, base::ErrorCode::SourceUnreadable);
    }
};

QTEST_GUILESS_MAIN(Tables)
#include "tst_tables.moc"
