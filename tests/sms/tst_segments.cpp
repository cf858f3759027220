// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/segments.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace pfx;
using sms::Encoding;
using sms::Segments;

namespace {

QJsonArray vectors()
{
    QFile file(QStringLiteral(PFX_TEST_DATA "/sms/segmentation.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("vectors")).toArray();
}

} // namespace

class TestSegments : public QObject {
    Q_OBJECT

private slots:
    void aTextIsCutAsTheStandardSays_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all = vectors();
        QCOMPARE(all.size(), 23);
        for (const QJsonValue &vector : all)
            QTest::newRow(qPrintable(vector[QStringLiteral("name")].toString())) << vector.toObject();
    }
    void aTextIsCutAsTheStandardSays()
    {
        QFETCH(QJsonObject, vector);
        const QString text = vector.value(QStringLiteral("text")).toString();
        const Segments segments = sms::segmentsOf(text);
        QCOMPARE(sms::name(segments.encoding), vector.value(QStringLiteral("encoding")).toString());
        QCOMPARE(segments.units, vector.value(QStringLiteral("units")).toInt());
        QCOMPARE(segments.count(), vector.value(QStringLiteral("parts")).toInt());
        QJsonArray units;
        QString again;
        for (const sms::Part &part : segments.parts) {
            units.append(part.units);
            again += text.mid(part.from, part.length);
        }
        QCOMPARE(units, vector.value(QStringLiteral("part_units")).toArray());
        QCOMPARE(again, text);
    }

    void whatIsLeftOfThePartIsCounted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("left");
        QTest::newRow("nothing typed yet") << QString() << 160;
        QTest::newRow("one Latin letter") << QStringLiteral("a") << 159;
        QTest::newRow("a euro sign costs two") << QStringLiteral("€") << 158;
        QTest::newRow("one Russian letter") << QStringLiteral("я") << 69;
        QTest::newRow("a full part") << QString(160, u'a') << 0;
        QTest::newRow("one more letter opens a second part") << QString(161, u'a') << 145;
        QTest::newRow("a full second part in Russian") << QString(134, u'я') << 0;
    }
    void whatIsLeftOfThePartIsCounted()
    {
        QFETCH(QString, text);
        QTEST(sms::segmentsOf(text).unitsLeft(), "left");
    }

    void theAlphabetGoesThereAndBack()
    {
        QString all;
        for (int code = 0; code < 128; ++code) {
            if (code != 0x1B)
                all += sms::fromGsm7(QByteArray(1, char(code)));
        }
        all += QStringLiteral("^{}\\[~]|€\f");
        const auto bytes = sms::toGsm7(all);
        QVERIFY(bytes);
        QCOMPARE(bytes->size(), 127 + 20);
        QCOMPARE(sms::fromGsm7(*bytes), all);
        QCOMPARE(sms::segmentsOf(all).encoding, Encoding::Gsm7);
        QCOMPARE(sms::segmentsOf(all).units, 147);
    }

    void septetsFromOutsideAreReadWhateverTheyAre_data()
    {
        QTest::addColumn<QByteArray>("septets");
        QTest::addColumn<QString>("text");
        QTest::newRow("an escape at the end") << QByteArray("a\x1B") << QStringLiteral("a");
        QTest::newRow("an unknown code of the extension") << QByteArray("\x1B" "A") << QStringLiteral("A");
        QTest::newRow("two escapes") << QByteArray("\x1B\x1B") << QStringLiteral(" ");
        QTest::newRow("the eighth bit is nobody's") << QByteArray("\xC1") << QStringLiteral("A");
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void septetsFromOutsideAreReadWhateverTheyAre()
    {
        QFETCH(QByteArray, septets);
        QTEST(sms::fromGsm7(septets), "text");
    }

    void aLetterOutsideTheAlphabetHasNoSeptets() { QVERIFY(!sms::toGsm7(QStringLiteral("Ж"))); }

    void halfASurrogatePairIsALetter()
    {
        const QString half = QString(70, u'я') + QChar(0xD83D);
        const Segments segments = sms::segmentsOf(half);
        QCOMPARE(segments.units, 71);
        QCOMPARE(segments.count(), 2);
    }

    void previewsSaveParts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("simple");
        QTest::addColumn<QString>("latin");
        const auto row = [](const char *title, const char *text, const char *simple, const char *latin) {
            QTest::newRow(title) << QString::fromUtf8(text) << QString::fromUtf8(simple) << QString::fromUtf8(latin);
        };
        row("typographic signs", "«Hi» – it’s…", "\"Hi\" - it's...", "\"Hi\" - it's...");
        row("spaces that cannot be seen", "a\u00A0b\u200Bc\td", "a bc d", "a bc d");
        row("what GSM has stays", "¿Ñandú? 5€ £3", "¿Ñandú? 5€ £3", "¿Ñandú? 5€ £3");
        row("Russian", "Заказ № 512 готов", "Заказ No 512 готов", "Zakaz No 512 gotov");
        row("hard and soft signs go", "Объём ель", "Объём ель", "Obem el");
        row("capitals of several letters", "Щука ЖЭК Юг", "Щука ЖЭК Юг", "Shchuka ZhEK Yug");
        row("what has no Latin spelling stays", "Привет 😀 你好", "Привет 😀 你好", "Privet 😀 你好");
    }
    void previewsSaveParts()
    {
        QFETCH(QString, text);
        QTEST(sms::simplified(text), "simple");
        QTEST(sms::transliterated(text), "latin");
    }
};

QTEST_APPLESS_MAIN(TestSegments)
#include "tst_segments.moc"
