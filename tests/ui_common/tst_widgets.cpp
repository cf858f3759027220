// SPDX-License-Identifier: GPL-3.0-or-later
// The shared widgets by keyboard, for screen readers and in both palettes. PFX_GALLERY=DIR keeps the pictures that are painted here.
#include "tests/ui_common/gallery.h"
#include "translations/translations.h"
#include "ui/common/banner.h"
#include "ui/common/counter_card.h"
#include "ui/common/field.h"
#include "ui/common/icons.h"
#include "ui/common/navigation.h"
#include "ui/common/segmented.h"
#include "ui/common/step_header.h"
#include "ui/common/table.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace pfx;
using namespace pfx::ui;

namespace {

/// WCAG contrast of two colours.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * channel(double(color.redF())) + 0.7152 * channel(double(color.greenF())) + 0.0722 * channel(double(color.blueF()));
    };
    const double first = luminance(a), second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

} // namespace

class tst_widgets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pictures_data();
    void pictures();
    void colorsCanBeRead_data();
    void colorsCanBeRead();
    void everyListedIconIsBundled();
    void iconsFollowThePalette();
    void bannerSaysItsSeverity_data();
    void bannerSaysItsSeverity();
    void bannerFoldsTechnicalDetail();
    void bannerActionsGoWithClear();
    void stepsByKeyboard();
    void stepsThatMayNotBeReachedDoNothing();
    void stepsKeepTheCurrentWordWhenNarrow();
    void navigationByKeyboard();
    void badgeIsSaid();
    void segmentsByKeyboard();
    void fieldNamesItsEditor();
    void counterIsAFilterByKeyboard();
    void tableCopiesWhatIsSelected();
    void tableRemembersWidths();
    void tableActivatesWithReturn();
};

void tst_widgets::initTestCase()
{
    translations::install(*qApp, QStringLiteral("ru"));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
}

void tst_widgets::pictures_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
}

void tst_widgets::pictures()
{
    QFETCH(const QString, theme);
    applyTheme(*qApp, colorSchemeFromName(theme));
    int number = 0;
    for (const auto &board : {test::makeBoard(), test::makeEmptyBoard()}) {
        board->resize(1280, 900);
        board->show();
        QVERIFY(QTest::qWaitForWindowExposed(board.get()));
        const QImage picture = board->grab().toImage();
        QSet<QRgb> colors;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colors << picture.pixel(x, y);
        }
        QVERIFY2(colors.size() > 40, qPrintable(QString::number(colors.size())));
        QCOMPARE(picture.pixelColor(picture.width() - 4, picture.height() / 2), QApplication::palette().color(QPalette::Window));
        const QString folder = qEnvironmentVariable("PFX_GALLERY");
        if (!folder.isEmpty()) {
            const QString file = QStringLiteral("%1/board%2-%3-x%4.png").arg(folder).arg(number).arg(theme).arg(picture.devicePixelRatio());
            QVERIFY2(picture.save(file), qPrintable(file));
        }
        ++number;
    }
}

void tst_widgets::colorsCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("tone");
    const std::pair<const char *, Tone> tones[] = {
        {"success", Tone::Success}, {"warning", Tone::Warning}, {"error", Tone::Error}, {"info", Tone::Info}, {"muted", Tone::Muted}};
    for (const bool dark : {false, true}) {
        for (const auto &[name, tone] : tones)
            QTest::addRow("%s on %s", name, dark ? "dark" : "light") << dark << int(tone);
    }
}

void tst_widgets::colorsCanBeRead()
{
    QFETCH(const bool, dark);
    QFETCH(const int, tone);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    const QColor color = toneColor(palette, static_cast<Tone>(tone));
    QVERIFY(contrast(color, palette.color(QPalette::Base)) >= 4.5);
    QVERIFY(contrast(color, palette.color(QPalette::Window)) >= 4.5);
    QVERIFY2(contrast(color, chipTint(palette, static_cast<Tone>(tone))) >= 4.5,
             qPrintable(QString::number(contrast(color, chipTint(palette, static_cast<Tone>(tone))))));
    QVERIFY(contrast(onPrimary(palette), primaryFill(palette)) >= 4.5);
    QVERIFY(contrast(fieldEdge(palette), palette.color(QPalette::Base)) >= 3);
}

void tst_widgets::everyListedIconIsBundled()
{
    QFile list(QStringLiteral(PFX_SOURCE_DIR "/resources/icons.txt"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QStringList bundled = bundledIcons();
    int count = 0;
    for (const QString &line : QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        QVERIFY2(bundled.contains(line), qPrintable(line));
        const QImage image = icon(line).pixmap(QSize(22, 22), 2).toImage();
        QCOMPARE(image.size(), QSize(44, 44));
        bool painted = false;
        for (int y = 0; y < image.height() && !painted; ++y) {
            for (int x = 0; x < image.width() && !painted; ++x)
                painted = qAlpha(image.pixel(x, y)) > 128;
        }
        QVERIFY2(painted, qPrintable(line));
        ++count;
    }
    QVERIFY(count > 40);
}

void tst_widgets::iconsFollowThePalette()
{
    const QIcon add = icon(QStringLiteral("list-add"));
    const auto brightest = [&add] {
        const QImage image = add.pixmap(QSize(16, 16)).toImage();
        int brightness = 0;
        for (int y = 0; y < 16; ++y) {
            for (int x = 0; x < 16; ++x) {
                if (qAlpha(image.pixel(x, y)) > 200)
                    brightness = qMax(brightness, qGray(image.pixel(x, y)));
            }
        }
        return brightness;
    };
    QApplication::setPalette(lightPalette());
    QVERIFY(brightest() < 80);
    QApplication::setPalette(darkPalette());
    QVERIFY(brightest() > 180);
    QApplication::setPalette(lightPalette());
}

void tst_widgets::bannerSaysItsSeverity_data()
{
    QTest::addColumn<int>("severity");
    QTest::addColumn<QString>("said");
    QTest::newRow("an error") << int(Severity::Error) << QStringLiteral("Ошибка: Файл не читается");
    QTest::newRow("a warning") << int(Severity::Warning) << QStringLiteral("Предупреждение: Файл не читается");
    QTest::newRow("a success") << int(Severity::Success) << QStringLiteral("Готово: Файл не читается");
    QTest::newRow("an information") << int(Severity::Info) << QStringLiteral("Сведения: Файл не читается");
}

void tst_widgets::bannerSaysItsSeverity()
{
    QFETCH(const int, severity);
    QFETCH(const QString, said);
    QWidget window;
    Banner banner(QStringLiteral("banner"), &window);
    banner.showMessage(static_cast<Severity>(severity), QStringLiteral("Файл не читается"), QStringLiteral("Выберите другой"));
    QCOMPARE(banner.accessibleName(), said);
    QCOMPARE(banner.accessibleDescription(), QStringLiteral("Выберите другой"));
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&banner);
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), said);
}

void tst_widgets::bannerFoldsTechnicalDetail()
{
    QWidget window;
    Banner banner(QStringLiteral("banner"), &window);
    window.show();
    banner.showError({base::ErrorCode::StorageReadOnly, QStringLiteral("attempt to write a readonly database"), QStringLiteral("/srv/store")});
    QVERIFY(!banner.fact().isEmpty());
    QVERIFY(!banner.sentence().isEmpty());
    auto *more = banner.findChild<QPushButton *>(QStringLiteral("bannerMore"));
    QVERIFY(more && more->isVisible());
    const auto shows = [&banner] {
        for (const QLabel *label : banner.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QLatin1String("storage_read_only")))
                return true;
        }
        return false;
    };
    QVERIFY(!shows());
    QTest::keyClick(more, Qt::Key_Space);
    QVERIFY(shows());
}

void tst_widgets::bannerActionsGoWithClear()
{
    QWidget window;
    Banner banner(QStringLiteral("banner"), &window);
    window.show();
    banner.showMessage(Severity::Warning, QStringLiteral("a"));
    Button *action = banner.addAction(QStringLiteral("Do"), QStringLiteral("do"));
    QVERIFY(action->isVisible());
    banner.clear();
    QVERIFY(!banner.isVisible());
    banner.showMessage(Severity::Warning, QStringLiteral("b"));
    for (const QPushButton *button : banner.findChildren<QPushButton *>())
        QVERIFY2(!button->isVisible(), qPrintable(button->objectName()));
}

void tst_widgets::stepsByKeyboard()
{
    StepHeader steps({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
    steps.setCurrent(2);
    steps.resize(600, 32);
    steps.show();
    steps.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&steps));
    const QSignalSpy asked(&steps, &StepHeader::stepRequested);
    auto *last = steps.findChild<QAbstractButton *>(QStringLiteral("step3"));
    auto *first = steps.findChild<QAbstractButton *>(QStringLiteral("step1"));
    last->setFocus();
    QTest::keyClick(last, Qt::Key_Left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(first));
    QTest::keyClick(first, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toInt(), 0);
    QVERIFY(first->accessibleName().contains(QLatin1String("A")));
}

void tst_widgets::stepsThatMayNotBeReachedDoNothing()
{
    StepHeader steps({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
    steps.setCurrent(1);
    steps.show();
    const QSignalSpy asked(&steps, &StepHeader::stepRequested);
    auto *later = steps.findChild<QAbstractButton *>(QStringLiteral("step3"));
    QTest::mouseClick(later, Qt::LeftButton);
    QCOMPARE(asked.size(), 0);
    steps.setEnabledSteps({true, true, true});
    QTest::mouseClick(later, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void tst_widgets::stepsKeepTheCurrentWordWhenNarrow()
{
    StepHeader steps({QStringLiteral("Источник данных"), QStringLiteral("Параметры"), QStringLiteral("Проверка")});
    steps.setCurrent(1);
    steps.resize(steps.minimumSizeHint());
    steps.show();
    int right = -1;
    for (int i = 1; i <= 3; ++i) {
        auto *step = steps.findChild<QAbstractButton *>(QStringLiteral("step%1").arg(i));
        QVERIFY(step->geometry().left() > right);
        right = step->geometry().right();
        QCOMPARE(step->toolTip().isEmpty(), i == 2);
    }
    QVERIFY(right <= steps.width());
}

void tst_widgets::navigationByKeyboard()
{
    Navigation navigation;
    navigation.addPage(QStringLiteral("imports"), QStringLiteral("Импорт"), QStringLiteral("document-import"));
    navigation.addPage(QStringLiteral("crm"), QStringLiteral("Клиенты и сделки"), QStringLiteral("view-pim-contacts"));
    navigation.setCurrentId(QStringLiteral("imports"));
    navigation.show();
    const QSignalSpy chosen(&navigation, &Navigation::pageChosen);
    QTest::keyClick(&navigation, Qt::Key_Down);
    QCOMPARE(navigation.currentId(), QStringLiteral("crm"));
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(&navigation, Qt::Key_Up);
    QCOMPARE(navigation.currentId(), QStringLiteral("imports"));
}

void tst_widgets::badgeIsSaid()
{
    Navigation navigation;
    navigation.addPage(QStringLiteral("crm"), QStringLiteral("Клиенты"), QStringLiteral("view-pim-contacts"));
    navigation.setBadge(QStringLiteral("crm"), {4, Tone::Info});
    const QString said = navigation.model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(QLatin1String("4")) && said.contains(QStringLiteral("Клиенты")), qPrintable(said));
    navigation.setBadge(QStringLiteral("crm"), {});
    QCOMPARE(navigation.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Клиенты"));
}

void tst_widgets::segmentsByKeyboard()
{
    Segmented segments(QStringLiteral("target"), QStringLiteral("Target"));
    segments.addChoice(QStringLiteral("Ours"), QStringLiteral("ours"));
    segments.addChoice(QStringLiteral("Other"), QStringLiteral("other"));
    segments.show();
    segments.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&segments));
    const QSignalSpy changed(&segments, &Segmented::currentChanged);
    QCOMPARE(segments.current(), 0);
    auto *first = segments.findChild<QAbstractButton *>(QStringLiteral("ours"));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(segments.current(), 1);
    QCOMPARE(changed.size(), 1);
}

void tst_widgets::fieldNamesItsEditor()
{
    auto *edit = new QLineEdit;
    Field field(QStringLiteral("Файл"), edit, QStringLiteral("file"), Field::Need::Required);
    field.setHint(QStringLiteral("JSON"));
    QCOMPARE(edit->objectName(), QStringLiteral("file"));
    QCOMPARE(edit->accessibleName(), QStringLiteral("Файл"));
    QVERIFY(edit->accessibleDescription().contains(QStringLiteral("JSON")));
    field.setError(QStringLiteral("Выберите файл"));
    QVERIFY(edit->accessibleDescription().contains(QStringLiteral("Выберите файл")));
    QVERIFY(!edit->accessibleDescription().contains(QStringLiteral("JSON")));
    field.setError({});
    QVERIFY(edit->accessibleDescription().contains(QStringLiteral("JSON")));
}

void tst_widgets::counterIsAFilterByKeyboard()
{
    CounterCard card(QStringLiteral("create"), QStringLiteral("list-add"), Tone::Success, QStringLiteral("Создать"));
    card.setNumber(20'214);
    card.setFilter(true);
    card.show();
    QVERIFY(card.accessibleName().startsWith(QStringLiteral("Создать: 20")));
    QTest::keyClick(&card, Qt::Key_Space);
    QVERIFY(card.isChecked());
}

void tst_widgets::tableCopiesWhatIsSelected()
{
    QStandardItemModel model(2, 2);
    model.setHorizontalHeaderLabels({QStringLiteral("Имя"), QStringLiteral("Итог")});
    model.setItem(0, 0, new QStandardItem(QStringLiteral("Анна")));
    model.setItem(1, 0, new QStandardItem(QStringLiteral("=1+1")));
    auto *chip = new QStandardItem;
    chip->setData(QVariant::fromValue(Chip{Tone::Success, {}, QStringLiteral("Создан")}), ChipRole);
    model.setItem(0, 1, chip);
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    table.selectRow(0);
    QCOMPARE(table.selectionAsText(), QStringLiteral("Имя\tИтог\nАнна\tСоздан"));
    table.selectRow(1);
    QCOMPARE(table.selectionAsText(), QStringLiteral("Имя\tИтог\n'=1+1\t"));
    table.setColumnHidden(1, true);
    QCOMPARE(table.selectionAsText(), QStringLiteral("Имя\n'=1+1"));
}

void tst_widgets::tableRemembersWidths()
{
    MemoryViewSettings settings;
    QStandardItemModel model(3, 3);
    {
        Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
        table.setModel(&model);
        table.remember(settings, QStringLiteral("rows"));
        table.setColumnWidth(1, 211);
    }
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    table.remember(settings, QStringLiteral("rows"));
    QCOMPARE(table.columnWidth(1), 211);
    QStandardItemModel other(3, 5);
    Table changed(QStringLiteral("rows"), QStringLiteral("Строки"));
    changed.setModel(&other);
    changed.remember(settings, QStringLiteral("rows"));
    QVERIFY(changed.columnWidth(1) != 211);
}

void tst_widgets::tableActivatesWithReturn()
{
    QStandardItemModel model(3, 1);
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    table.show();
    const QSignalSpy activated(&table, &Table::rowActivated);
    table.setCurrentIndex(model.index(1, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toModelIndex().row(), 1);
}

QTEST_MAIN(tst_widgets)
#include "tst_widgets.moc"
