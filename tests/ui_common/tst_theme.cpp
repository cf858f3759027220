// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, icons and the whole gallery in both palettes. PFX_GALLERY=DIR keeps the pictures that are painted here.
#include "tests/ui_common/gallery.h"
#include "translations/translations.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <cmath>

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

class tst_theme : public QObject
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
};

void tst_theme::initTestCase()
{
    translations::install(*qApp, QStringLiteral("ru"));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
}

void tst_theme::pictures_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
}

void tst_theme::pictures()
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

void tst_theme::colorsCanBeRead_data()
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

void tst_theme::colorsCanBeRead()
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

void tst_theme::everyListedIconIsBundled()
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

void tst_theme::iconsFollowThePalette()
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

QTEST_MAIN(tst_theme)
#include "tst_theme.moc"
