// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/palette_matcher.h"

#include <QTest>

using namespace pfx::ui;

class tst_palette_matcher : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void theLastUsedComesFirstWhenNothingIsTyped();
    void whatFitsBetterBeatsWhatWasUsedLast();
};

static QVector<PaletteEntry> entries()
{
    QVector<PaletteEntry> list;
    for (const char *title : {"Импорт", "Клиенты и сделки", "Новый импорт", "Новый контакт", "Открыть папку с данными", "Ещё раз", "Settings"})
        list << PaletteEntry{QString::fromUtf8(title), QStringLiteral("Страница"), 0};
    return list;
}

void tst_palette_matcher::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("the whole word") << QStringLiteral("импорт") << QStringLiteral("Импорт");
    QTest::newRow("its beginning") << QStringLiteral("кли") << QStringLiteral("Клиенты и сделки");
    QTest::newRow("capital letters do not matter") << QStringLiteral("КЛИ") << QStringLiteral("Клиенты и сделки");
    QTest::newRow("beginnings of words") << QStringLiteral("ни") << QStringLiteral("Новый импорт");
    QTest::newRow("a word from the middle") << QStringLiteral("сделки") << QStringLiteral("Клиенты и сделки");
    QTest::newRow("two words") << QStringLiteral("нов кон") << QStringLiteral("Новый контакт");
    QTest::newRow("the wrong keyboard layout") << QStringLiteral("bvgjhn") << QStringLiteral("Импорт");
    QTest::newRow("the wrong layout the other way") << QStringLiteral("ыуеештпы") << QStringLiteral("Settings");
    QTest::newRow("ё is е") << QStringLiteral("еще") << QStringLiteral("Ещё раз");
    QTest::newRow("letters in their order") << QStringLiteral("откдан") << QStringLiteral("Открыть папку с данными");
}

void tst_palette_matcher::finds()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, first);
    const auto list = entries();
    const auto found = matchEntries(typed, list);
    QVERIFY(!found.isEmpty());
    QCOMPARE(list[found.first()].title, first);
}

void tst_palette_matcher::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title");
    QTest::newRow("letters that are not there") << QStringLiteral("щщщ") << QStringLiteral("Импорт");
    QTest::newRow("letters in another order") << QStringLiteral("тро") << QStringLiteral("Импорт");
    QTest::newRow("more letters than there are") << QStringLiteral("импортт") << QStringLiteral("Импорт");
}

void tst_palette_matcher::refuses()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, title);
    QVERIFY(!matchScore(typed, title));
}

void tst_palette_matcher::theLastUsedComesFirstWhenNothingIsTyped()
{
    auto list = entries();
    list[4].lastUsed = 10;
    list[2].lastUsed = 20;
    const auto found = matchEntries({}, list);
    QCOMPARE(found.size(), list.size());
    QCOMPARE(found[0], 2);
    QCOMPARE(found[1], 4);
    QCOMPARE(found[2], 0);
}

void tst_palette_matcher::whatFitsBetterBeatsWhatWasUsedLast()
{
    auto list = entries();
    list[2].lastUsed = 20;
    QCOMPARE(matchEntries(QStringLiteral("импорт"), list).first(), 0);
}

QTEST_MAIN(tst_palette_matcher)
#include "tst_palette_matcher.moc"
