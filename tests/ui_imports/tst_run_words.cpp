// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formatting.h"
#include "ui/imports/run_words.h"

#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;

class TestRunWords : public QObject
{
    Q_OBJECT

private slots:
    void value_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("read");
        QTest::newRow("a moment is a date and a time") << "created_at" << "1710238522000" << ui::timeExact(1'710'238'522'000);
        QTest::newRow("of each of the three moments") << "closed_at" << "1738407600000" << ui::timeExact(1'738'407'600'000);
        QTest::newRow("a moment that is no number stays") << "changed_at" << "soon" << "soon";
        QTest::newRow("no moment is nothing") << "changed_at" << "" << "";
        QTest::newRow("a number of another field is no moment") << "amount" << "1710238522000" << u"1\u202f710\u202f238\u202f522\u202f000"_s;
        QTest::newRow("a phone is grouped") << "phone" << "+79062114018" << "+7 906 211-40-18";
        QTest::newRow("a domain has its own letters") << "email" << "anna@xn--e1afmkfd.xn--p1ai" << u"anna@пример.рф"_s;
        QTest::newRow("a meaning is a word") << "semantics" << "won" << "won";
        QTest::newRow("a sum is grouped, without empty kopecks") << "amount" << "777777.00" << u"777\u202f777"_s;
        QTest::newRow("a sum keeps its kopecks") << "amount" << "1500.50" << u"1\u202f500.50"_s;
        QTest::newRow("a sum's currency is its sign") << "amount" << "777777.00 USD" << u"777\u202f777\u00a0$"_s;
        QTest::newRow("a sum that is no number stays") << "amount" << "12 apples.00" << "12 apples.00";
        QTest::newRow("a number too large for any type is grouped all the same") << "amount" << "12345678901234567890123.00" << u"12\u202f345\u202f678\u202f901\u202f234\u202f567\u202f890\u202f123"_s;
        QTest::newRow("words stay") << "position" << u"Главный бухгалтер"_s << u"Главный бухгалтер"_s;
    }

    void value()
    {
        QFETCH(QString, field);
        QFETCH(QString, kept);
        QTEST(ui::RunWords::value(field, kept), "read");
    }

    void summary_data()
    {
        using C = migration::Counters;
        QTest::addColumn<C>("contacts");
        QTest::addColumn<C>("deals");
        QTest::addColumn<C>("companies");
        QTest::addColumn<QString>("read");
        QTest::newRow("of nothing the zeros are told") << C{} << C{} << C{} << u"Created contacts: 0, deals: 0."_s;
        QTest::newRow("of what was skipped only what there was") << C{2, 1, 0, 1, 0} << C{1, 1, 0, 0, 0} << C{} << u"Created contacts: 1, deals: 1. Skipped contacts: 1."_s;
        QTest::newRow("of each outcome on its own") << C{3, 0, 2, 0, 1} << C{2, 0, 0, 2, 0} << C{1, 1, 0, 0, 0}
                                                    << u"Created contacts: 0, deals: 0, companies: 1. Updated contacts: 2. Skipped deals: 2. Not imported contacts: 1."_s;
    }

    void summary()
    {
        migration::RunReport report;
        QFETCH(migration::Counters, contacts);
        QFETCH(migration::Counters, deals);
        QFETCH(migration::Counters, companies);
        report.contacts = contacts;
        report.deals = deals;
        report.companies = companies;
        QTEST(ui::RunWords::summary(report), "read");
    }

    void outOf_data()
    {
        QTest::addColumn<qint64>("done");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QString>("read");
        QTest::newRow("few") << qint64(0) << qint64(1) << u"0 of 1 record(s)"_s;
        QTest::newRow("the same number twice") << qint64(5) << qint64(5) << u"5 of 5 record(s)"_s;
        QTest::newRow("many are grouped") << qint64(28'001) << qint64(600'001) << u"28\u202f001 of 600\u202f001 record(s)"_s;
    }

    void outOf()
    {
        QFETCH(qint64, done);
        QFETCH(qint64, total);
        QTEST(ui::RunWords::outOf(done, total), "read");
    }

    void reason_data()
    {
        using migration::Reason;
        QTest::addColumn<Reason>("why");
        QTest::addColumn<records::Kind>("kind");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("read");
        using K = records::Kind;
        QTest::newRow("an update tells the phone that matched") << Reason::Changed << K::Contact << QStringList{u"+79062114018"_s} << u"The same phone: +7 906 211-40-18"_s;
        QTest::newRow("or the address") << Reason::Changed << K::Contact << QStringList{u"m@balt.ru"_s} << u"The same e-mail: m@balt.ru"_s;
        QTest::newRow("or the company's name") << Reason::Changed << K::Company << QStringList{u"балт-сервис"_s} << u"A company of the same name: балт-сервис"_s;
        QTest::newRow("or the stage's name") << Reason::Changed << K::Stage << QStringList{u"Замер"_s} << u"The same name: Замер"_s;
        QTest::newRow("or that it was imported before") << Reason::Changed << K::Contact << QStringList{} << u"The same record was imported before"_s;
        QTest::newRow("any other reason is as it is") << Reason::NothingToUpdate << K::Contact << QStringList{} << u"There is nothing to update"_s;
        QTest::newRow("a phone is grouped in each") << Reason::SamePhone << K::Contact << QStringList{u"+79062114018"_s} << u"The same phone: +7 906 211-40-18"_s;
        QTest::newRow("a table's row is a word") << Reason::RepeatedInFile << K::Contact << QStringList{u"row 4"_s} << u"Stands earlier in the same file: row 4"_s;
    }

    void reason()
    {
        QFETCH(migration::Reason, why);
        QFETCH(records::Kind, kind);
        migration::RunRow row;
        row.reason = why;
        row.kind = kind;
        QFETCH(QStringList, arguments);
        row.reasonArguments = arguments;
        QTEST(ui::RunWords::reason(row), "read");
    }
};

QTEST_GUILESS_MAIN(TestRunWords)
#include "tst_run_words.moc"
