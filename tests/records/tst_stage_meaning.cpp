// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/stage_meaning.h"

#include <QtTest>

using namespace pfx::records;

class TestStageMeaning : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::optional<Semantics>>("meaning");
        const auto row = [](const char *what, const char *name, std::optional<Semantics> meaning) {
            QTest::newRow(what) << QString::fromUtf8(name) << meaning;
        };
        row("amoCRM's won", "Успешно реализовано", Semantics::Won);
        row("amoCRM's lost", "Закрыто и не реализовано", Semantics::Lost);
        row("Bitrix24's won", "Сделка успешна", Semantics::Won);
        row("Bitrix24's lost, oddly spaced", " сделка  ПРОВАЛЕНА ", Semantics::Lost);
        row("an office's own", "Успешно", std::nullopt);
        row("none", "", std::nullopt);
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(std::optional<Semantics>, meaning);
        QCOMPARE(stageMeaning(name), meaning);
    }
};

QTEST_GUILESS_MAIN(TestStageMeaning)
#include "tst_stage_meaning.moc"
