// SPDX-License-Identifier: GPL-3.0-or-later
// A table of one system opened as the other's: told by its columns, whatever form it has.
#include "core/migration/importer.h"
#include "tests/support/verify_result.h"

#include <QtTest>

#include <zip.h>

using namespace pfx;
using records::System;

namespace {

const char *const leads[] = {"ID;Название сделки;Бюджет ₽;Ответственный;Дата создания сделки;Кем создана сделка;Дата редактирования;Теги;Этап сделки;Воронка;"
                             "Полное имя контакта;Компания контакта;Рабочий телефон;Рабочий email;Тип контакта;Вероятность",
                             "7;Окна;100000;Пётр Петров;01.02.2024 10:20:30;;;;Переговоры;Продажи;Иван Иванов;ООО Ромашка;+79991234567;;;"};
const char *const amoContacts[] = {"ID;Тип (контакт/компания);Полное имя контакта;Имя;Фамилия;Название компании;Дата создания контакта;Рабочий телефон",
                                   "1;контакт;Анна Ким;Анна;Ким;ООО Лето;01.02.2024 10:20:30;+79990000001"};
const char *const kommoLeads[] = {"ID;Lead title;Sale;Lead stage;Lead pipeline;Contact full name", "7;Windows;5;New;Sales;John Doe"};
const char *const deals[] = {"ID;Стадия сделки;Направление;Название сделки;Сумма;Ответственный;Дата создания;Контакт;Контакт: ID;Контакт: Имя",
                             "410;Новая;Общая;Окна;1500.50;Ольга;01.02.2024 10:20:30;Иван Иванов;84;Иван"};
const char *const bitrixContacts[] = {"ID;Обращение;Имя;Отчество;Фамилия;Дата рождения;Рабочий телефон;Рабочий e-mail;Тип контакта;Источник;Компания",
                                      "11;;Мария;Ивановна;Ким;;+79062114018;m@example.com;Клиенты;Звонок;ООО Лето"};
const char *const bitrixCompanies[] = {"ID;Название компании;Тип компании;Корпоративный сайт;Рабочий телефон", "9;ООО Лето;Клиент;;+74950000000"};
const char *const bitrixEnglish[] = {"ID;Deal Stage;Deal Pipeline;Deal name;Total;Modified on;Contact: ID", "410;New;Common;Windows;5;01.02.2024;84"};

using Lines = QVector<QStringList>;

template<size_t N>
Lines lines(const char *const (&table)[N])
{
    Lines out;
    for (const char *line : table)
        out << QString::fromUtf8(line).split(u';');
    return out;
}

QByteArray csv(const Lines &table, char delimiter)
{
    QByteArray out;
    for (const QStringList &cells : table)
        out += cells.join(QLatin1Char(delimiter)).toUtf8() + "\r\n";
    return out;
}

QByteArray windows1251(const Lines &table)
{
    QByteArray out;
    QString text = QString::fromUtf8(csv(table, ';'));
    text.remove(QStringLiteral(" ₽"));
    for (const QChar c : std::as_const(text))
        out += static_cast<char>(c.unicode() < 0x80 ? c.unicode() : c == u'ё' ? 0xB8 : c.unicode() - 0x0410 + 0xC0);
    return out;
}

QByteArray html(const Lines &table)
{
    QByteArray out = "<html><head><meta charset=\"utf-8\"></head><body><table border=1>";
    for (const QStringList &cells : table)
        out += "<tr><td>" + cells.join(QStringLiteral("</td><td>")).toUtf8() + "</td></tr>";
    return out + "</table></body></html>";
}

QByteArray sheet(const Lines &table)
{
    QByteArray out = "<worksheet><sheetData>";
    for (const QStringList &cells : table) {
        out += "<row>";
        for (const QString &cell : cells)
            out += "<c t=\"inlineStr\"><is><t>" + cell.toUtf8() + "</t></is></c>";
        out += "</row>";
    }
    return out + "</sheetData></worksheet>";
}

bool writeXlsx(const QString &path, const Lines &table)
{
    const std::pair<QByteArray, QByteArray> parts[] = {{"[Content_Types].xml", "<Types/>"},
                                                       {"xl/workbook.xml", "<workbook><workbookPr/></workbook>"},
                                                       {"xl/worksheets/sheet1.xml", sheet(table)}};
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

bool writeAs(const QString &form, const QString &path, const Lines &table)
{
    if (form == QLatin1String("xlsx"))
        return writeXlsx(path, table);
    QFile file(path);
    const QByteArray text = form == QLatin1String("html") ? html(table)
        : form == QLatin1String("windows-1251")           ? windows1251(table)
                                                          : csv(table, form == QLatin1String("commas") ? ',' : ';');
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

base::Result<records::SourceInfo> inspect(const QString &path, System system)
{
    PFX_ASSIGN(const auto source, migration::openFile(path, system));
    return source->inspect({}, {});
}

} // namespace

class TestWrongSource : public QObject
{
    Q_OBJECT

private slots:
    void isRefusedAsAJsonIs_data()
    {
        QTest::addColumn<Lines>("table");
        QTest::addColumn<int>("system");
        QTest::addColumn<QString>("form");
        const struct
        {
            const char *name;
            Lines table;
            System system;
        } tables[] = {{"leads of amoCRM, with fields of their own that Bitrix24 has too", lines(leads), System::Amocrm},
                      {"contacts of amoCRM", lines(amoContacts), System::Amocrm},
                      {"leads of Kommo", lines(kommoLeads), System::Amocrm},
                      {"deals of Bitrix24", lines(deals), System::Bitrix24},
                      {"contacts of Bitrix24", lines(bitrixContacts), System::Bitrix24},
                      {"companies of Bitrix24", lines(bitrixCompanies), System::Bitrix24},
                      {"deals of Bitrix24 in English", lines(bitrixEnglish), System::Bitrix24}};
        for (const auto &table : tables) {
            for (const char *form : {"semicolons", "commas", "windows-1251", "html", "xlsx"})
                QTest::addRow("%s, %s", table.name, form) << table.table << int(table.system) << QString::fromLatin1(form);
        }
    }
    void isRefusedAsAJsonIs()
    {
        QFETCH(Lines, table);
        QFETCH(int, system);
        QFETCH(QString, form);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("export"));
        QVERIFY(writeAs(form, path, table));
        const bool amocrm = System(system) == System::Amocrm;
        const auto right = inspect(path, amocrm ? System::Amocrm : System::Bitrix24);
        PFX_VERIFY(right);
        QCOMPARE(right->contacts + right->companies + right->deals, 1);
        const auto wrong = inspect(path, amocrm ? System::Bitrix24 : System::Amocrm);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, base::ErrorCode::SourceUnreadable);
        QCOMPARE(wrong.error().detail, amocrm ? QStringLiteral("this is an export of amoCRM, not of Bitrix24")
                                              : QStringLiteral("this is an export of Bitrix24, not of amoCRM"));
        QCOMPARE(wrong.error().where, path);
    }

    void isReadByEitherWhenTheColumnsDoNotTell_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::newRow("columns that both have") << "ID;Имя;Фамилия;Рабочий телефон;Ответственный";
        QTest::newRow("written by hand") << "ID;Название;Сумма;Источник;Контакт";
        QTest::newRow("one column of amoCRM") << "ID;Название сделки;Этап сделки";
        QTest::newRow("one column of Bitrix24") << "ID;Имя;Телефон;Тип контакта";
        QTest::newRow("some of both") << "ID;Название сделки;Этап сделки;Стадия сделки;Направление;Бюджет";
    }
    void isReadByEitherWhenTheColumnsDoNotTell()
    {
        QFETCH(QString, columns);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("export"));
        QVERIFY(writeAs(QStringLiteral("semicolons"), path, {columns.split(u';'), {QStringLiteral("1"), QStringLiteral("А"), QStringLiteral("Б")}}));
        for (const System system : {System::Amocrm, System::Bitrix24})
            PFX_VERIFY(inspect(path, system));
    }
};

QTEST_GUILESS_MAIN(TestWrongSource)
#include "tst_wrong_source.moc"
