// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a batch's texts: each number stands under its own text alone, also when hashes collide and while the table grows.
#include "core/migration/text_index.h"

#include <QHash>
#include <QtTest>

#include <optional>

using namespace pfx::migration;

namespace {

QVector<qint64> numbersOf(const TextIndex &index, QStringView text)
{
    QVector<qint64> numbers;
    index.forEach(text, [&numbers](qint64 number) { numbers.append(number); });
    return numbers;
}

/// Two texts with the same 32 bits of hash, which is all that the table keeps: among 300,000 there are some ten pairs.
std::optional<std::pair<QString, QString>> collidingTexts()
{
    QHash<quint32, QString> seen;
    for (int i = 0; i < 2'000'000; ++i) {
        const QString text = QStringLiteral("+7916%1").arg(i);
        const auto hash = static_cast<quint32>(textHash(text));
        if (const auto found = seen.constFind(hash); found != seen.cend())
            return std::pair(*found, text);
        seen.insert(hash, text);
    }
    return std::nullopt;
}

} // namespace

class TestTextIndex : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsFoundInAnEmptyOne()
    {
        TextIndex index;
        QVERIFY(index.isEmpty());
        QCOMPARE(index.first(QStringLiteral("a")), 0);
        QVERIFY(numbersOf(index, u"a").isEmpty());
        index.reserve(1000);
        QVERIFY(index.isEmpty());
        QVERIFY(!index.contains(u"a"));
    }

    void oneTextHoldsSeveralNumbersEachOnce()
    {
        TextIndex index;
        const QString text = QStringLiteral("ivan@example.com");
        QVERIFY(index.insert(text, 7));
        QVERIFY(index.insert(text, 3));
        QVERIFY(!index.insert(text, 7));
        QVERIFY(!index.insert(text, 3));
        QVERIFY(index.insert(QStringLiteral("other"), 7));
        QCOMPARE(index.first(text), 7);
        QCOMPARE(numbersOf(index, text), (QVector<qint64>{7, 3}));
        QCOMPARE(index.texts(), (QStringList{text, text, QStringLiteral("other")}));
        QVector<qint64> all;
        index.forEachNumber([&all](qint64 number) { all.append(number); });
        QCOMPARE(all, (QVector<qint64>{7, 3, 7}));
    }

    void textsWithOneHashAreToldApart()
    {
        const auto pair = collidingTexts();
        QVERIFY(pair);
        const auto &[one, other] = *pair;
        QCOMPARE(static_cast<quint32>(textHash(one)), static_cast<quint32>(textHash(other)));
        TextIndex index;
        QVERIFY(index.insert(one, 1));
        QVERIFY(!index.contains(other));
        QVERIFY(index.insert(other, 1));
        QVERIFY(index.insert(other, 2));
        QVERIFY(!index.insert(one, 1));
        QCOMPARE(numbersOf(index, one), QVector<qint64>{1});
        QCOMPARE(numbersOf(index, other), (QVector<qint64>{1, 2}));
    }

    void nearTextsAreDifferent_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("nothing and a NUL") << QString() << QString(QChar(u'\0'));
        QTest::newRow("a text and the same with a NUL behind it") << QStringLiteral("abc") << QStringLiteral("abc") + QChar(u'\0');
        QTest::newRow("two that differ behind the first four") << QStringLiteral("abcde") << QStringLiteral("abcdf");
        QTest::newRow("two that differ at the end of the first four") << QStringLiteral("abcd") << QStringLiteral("abce");
        QTest::newRow("two emoji with the same first half") << QStringLiteral("\U0001F600") << QStringLiteral("\U0001F601");
        QTest::newRow("the halves of a pair") << QString(QChar(0xD83D)) << QString(QChar(0xDE00));
        QTest::newRow("an emoji and its first half") << QStringLiteral("\U0001F600") << QString(QChar(0xD83D));
        QTest::newRow("capital and small") << QStringLiteral("Ё") << QStringLiteral("ё");
    }
    void nearTextsAreDifferent()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(textHash(one) != textHash(other));
        TextIndex index;
        QVERIFY(index.insert(one, 1));
        QVERIFY(!index.contains(other));
        QVERIFY(index.insert(other, 2));
        QCOMPARE(numbersOf(index, one), QVector<qint64>{1});
        QCOMPARE(numbersOf(index, other), QVector<qint64>{2});
    }

    void nothingIsLostWhileItGrows_data()
    {
        QTest::addColumn<int>("reserved");
        QTest::newRow("from nothing") << 0;
        QTest::newRow("from too little") << 100;
        QTest::newRow("from enough") << 50'000;
    }
    void nothingIsLostWhileItGrows()
    {
        QFETCH(int, reserved);
        TextIndex index;
        index.reserve(reserved);
        const auto text = [](int i) { return QStringLiteral("id-%1").arg(i); };
        for (int i = 1; i <= 50'000; ++i) {
            QVERIFY(index.insert(text(i), i));
            if (i % 3 == 0)
                QVERIFY(index.insert(text(i), -i));
        }
        for (int i = 1; i <= 50'000; ++i)
            QCOMPARE(numbersOf(index, text(i)), i % 3 == 0 ? (QVector<qint64>{i, -i}) : QVector<qint64>{i});
        QVERIFY(!index.contains(text(0)));
        QVERIFY(!index.contains(text(50'001)));
        QCOMPARE(index.texts().size(), 50'000 + 50'000 / 3);
    }
};

QTEST_GUILESS_MAIN(TestTextIndex)
#include "tst_text_index.moc"
