// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/currency.h"

#include <QtTest>

class TestCurrency : public QObject
{
    Q_OBJECT

private slots:
    void codes_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *written, const char *code) {
            QTest::newRow(name) << QString::fromUtf8(written) << QString::fromUtf8(code);
        };
        row("a code", "RUB", "RUB");
        row("a code in small letters", "eur", "EUR");
        row("the rouble's old code", "RUR", "RUB");
        row("a sign", "₽", "RUB");
        row("a sign with spaces", " \t$ ", "USD");
        row("an abbreviation with its point", "руб.", "RUB");
        row("a name as Bitrix24 exports it", "Российский рубль", "RUB");
        row("another rouble", "Белорусский рубль", "BYN");
        row("a name with a double space", "Доллар  США", "USD");
        row("an unknown code stays one", "xau", "XAU");
        row("an unknown name stays as it is", "Бонусы", "Бонусы");
        row("nothing", "", "");
        row("spaces", "  ", "");
        row("a point", ".", ".");
    }
    void codes()
    {
        QFETCH(QString, written);
        QTEST(pfx::records::currencyCode(written), "code");
    }
};

QTEST_GUILESS_MAIN(TestCurrency)
#include "tst_currency.moc"
