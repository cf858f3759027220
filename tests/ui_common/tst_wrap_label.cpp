// SPDX-License-Identifier: GPL-3.0-or-later
// Free text that is never wider than its place, and the pane that is made of it.
#include "ui/common/details_pane.h"
#include "ui/common/wrap_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QVBoxLayout>

using namespace pfx::ui;
using namespace Qt::StringLiterals;

class tst_wrap_label : public QObject
{
    Q_OBJECT

private slots:
    void wraps_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("broken");
        QTest::newRow("short words stay") << u"Анна Ким"_s << false;
        QTest::newRow("long text of short words stays") << u"Это предложение длиннее одной строки, но каждое слово в ней коротко"_s << false;
        QTest::newRow("a hyphen is place enough") << u"Иванова-Петрова-Сидорова-Кузнецова-Смирнова"_s << false;
        QTest::newRow("a word longer than a line") << u"Калининградэнергоспецмонтажналадкасервиссбыт"_s << true;
        QTest::newRow("an address longer than a line") << u"ochen.dlinny.adres.pochty.sotrudnika@very-long-example.com"_s << true;
        QTest::newRow("signs between which a line may end anyway") << u"😀"_s.repeated(60) << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void wraps()
    {
        QFETCH(QString, words);
        QFETCH(bool, broken);
        QWidget place;
        auto *column = new QVBoxLayout(&place);
        column->setContentsMargins({});
        auto *label = new WrapLabel(words);
        column->addWidget(label);
        place.setFixedWidth(170);
        place.show();
        QCOMPARE(label->width(), 170);
        QCOMPARE(label->words(), words);
        QCOMPARE(label->text() != words, broken);
        QCOMPARE(QString(label->text()).remove(QChar(0x200b)), words);
        const int needed = label->fontMetrics().boundingRect(QRect(0, 0, 170, 10'000), Qt::TextWordWrap, label->text()).width();
        QVERIFY2(needed <= 170, qPrintable(QString::number(needed)));
        place.resize(170, place.heightForWidth(170));
        QVERIFY(label->height() >= label->heightForWidth(170));

        place.setFixedWidth(4000); // with room for all of it nothing is broken
        QTRY_COMPARE(label->text(), words);
    }

    void aWordThatFitsALineIsNotBroken_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("dates and times") << u"21.11.2026 10:15:38 22.11.2026 10:15:39 23.11.2026 10:15:40"_s;
        QTest::newRow("an address behind a number") << u"21.11.2026 10:15:38, 22.11.2026 10:15:39, anna@example.com"_s;
        QTest::newRow("a short word beside one longer than a line") << u"10:15:38 21112026211120262111202621112026211120262111202621112026 10:15:39"_s;
    }

    void aWordThatFitsALineIsNotBroken()
    {
        QFETCH(QString, words);
        WrapLabel label(words);
        label.resize(120, 100);
        label.show();
        QVERIFY(label.fontMetrics().horizontalAdvance(words) > 120);
        for (const QString &word : words.split(u' ')) {
            if (label.fontMetrics().horizontalAdvance(word) < 120)
                QVERIFY2(label.text().contains(word), qPrintable(label.text().replace(QChar(0x200b), u'|')));
        }
        QCOMPARE(QString(label.text()).remove(QChar(0x200b)), words);
        const int needed = label.fontMetrics().boundingRect(QRect(0, 0, 120, 10'000), Qt::TextWordWrap, label.text()).width();
        QVERIFY2(needed <= 120, qPrintable(QString::number(needed)));
    }

    void whatIsCopiedHasNoBreaks()
    {
        const QString address = u"ochen.dlinny.adres.pochty.sotrudnika@very-long-example.com"_s;
        WrapLabel label(address);
        label.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label.resize(120, 100);
        label.show();
        QVERIFY(label.text() != address);
        label.setSelection(0, static_cast<int>(label.text().size()));
        QTest::keyClick(&label, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), address);
    }

    void thePaneIsNeverWiderThanItsPlace_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("as narrow as it may be") << 248;
        QTest::newRow("as it is at first") << 320;
    }

    void thePaneIsNeverWiderThanItsPlace()
    {
        QFETCH(int, width);
        const QString word = u"Калининградэнергоспецмонтажналадкасервиссбыт"_s;
        DetailsPane pane(u"pane"_s, u"Details"_s);
        pane.resize(width, 400);
        pane.setTitle(word, {}, word);
        pane.addSection(u"Work"_s);
        pane.addValue(word, word);
        pane.addLink(word, word + u' ' + word, [] {});
        pane.addNote(word);
        pane.addEvent(u"document-import"_s, Tone::Muted, word, word);
        pane.finish();
        pane.show();
        QTRY_COMPARE(pane.widget()->width(), pane.viewport()->width());
        QVERIFY2(pane.widget()->minimumSizeHint().width() <= pane.viewport()->width(), qPrintable(QString::number(pane.widget()->minimumSizeHint().width())));
    }
};

QTEST_MAIN(tst_wrap_label)
#include "tst_wrap_label.moc"
