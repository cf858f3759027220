// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QSvgRenderer>

static void initializeResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace pfx::ui {

namespace {

Q_LOGGING_CATEGORY(log, "pfx.ui.icons")

/// The drawing of 16 px for small sizes (sharper), of 22 px for larger ones.
QByteArray drawing(const QString &name, int size)
{
    initializeResource();
    const QStringList folders = size <= 18 ? QStringList{QStringLiteral("16"), QStringLiteral("22")}
                                           : QStringList{QStringLiteral("22"), QStringLiteral("16")};
    for (const QString &folder : folders) {
        QFile file(QStringLiteral(":/icons/%1/%2.svg").arg(folder, name));
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    qCWarning(log) << "no icon is bundled under the name" << name;
    return {};
}

QByteArray tinted(const QByteArray &svg, const QColor &color, const QColor &hole)
{
    static const QRegularExpression styleColor(QStringLiteral("color:\\s*#[0-9a-fA-F]{3,6}"));
    static const QRegularExpression fixedWhite(QStringLiteral("#(?:fff(?:fff)?|FFF(?:FFF)?|fcfcfc|eff0f1)\\b"));
    static const QRegularExpression fixedDark(QStringLiteral("#(?:232629|4d4d4d|31363b)\\b"));
    QString text = QString::fromUtf8(svg);
    text.replace(fixedWhite, QStringLiteral("#HOLE"));
    text.replace(styleColor, QStringLiteral("color:") + color.name());
    text.replace(QStringLiteral("currentColor"), color.name());
    text.replace(fixedDark, color.name());
    text.replace(QStringLiteral("#HOLE"), hole.name());
    return text.toUtf8();
}

QPixmap rendered(const QString &name, const QSize &pixels, int logicalSize, const QColor &color, const QColor &hole)
{
    const QString key = QStringLiteral("pfx-%1-%2x%3-%4-%5").arg(name).arg(pixels.width()).arg(pixels.height()).arg(color.name(), hole.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    const QByteArray svg = drawing(name, logicalSize);
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(tinted(svg, color, hole));
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = qMin(pixels.width(), pixels.height());
        renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Takes its colour from the palette when it paints, so a change of the palette needs nothing but a repaint.
class ToneIconEngine : public QIconEngine
{
public:
    ToneIconEngine(QString name, Tone tone, QColor fixed) : m_name(std::move(name)), m_tone(tone), m_fixed(std::move(fixed)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QColor hole = QGuiApplication::palette().color(QPalette::Base);
        paintIcon(painter, rect, m_name, color(mode), hole);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int logical = qRound(qMin(size.width(), size.height()) / scale);
        return rendered(m_name, size, logical, color(mode), QGuiApplication::palette().color(QPalette::Base));
    }
    QIconEngine *clone() const override { return new ToneIconEngine(*this); }
    QString key() const override { return QStringLiteral("pfx-tone"); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        return m_fixed.isValid() ? m_fixed : toneColor(palette, m_tone);
    }

    QString m_name;
    Tone m_tone;
    QColor m_fixed;
};

} // namespace

QIcon icon(const QString &name, Tone tone)
{
    return name.isEmpty() ? QIcon() : QIcon(new ToneIconEngine(name, tone, {}));
}

QIcon icon(const QString &name, const QColor &color)
{
    return name.isEmpty() ? QIcon() : QIcon(new ToneIconEngine(name, Tone::Text, color));
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color, const QColor &hole)
{
    if (name.isEmpty())
        return;
    const qreal scale = painter->device()->devicePixelRatioF();
    const int side = qRound(qMin(rect.width(), rect.height()));
    QPixmap pixmap = rendered(name, QSize(qRound(side * scale), qRound(side * scale)), side, color, hole);
    pixmap.setDevicePixelRatio(scale);
    painter->drawPixmap(QPointF(qRound(rect.center().x() - side / 2.0), qRound(rect.center().y() - side / 2.0)), pixmap);
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return QStringLiteral("vcs-normal");
    case Tone::Warning:
        return QStringLiteral("data-warning");
    case Tone::Error:
        return QStringLiteral("window-close");
    case Tone::Info:
        return QStringLiteral("help-about");
    case Tone::Muted:
    case Tone::Text:
    case Tone::Primary:
        break;
    }
    return QStringLiteral("clock");
}

QStringList bundledIcons()
{
    initializeResource();
    QStringList names;
    for (const QString &folder : {QStringLiteral(":/icons/16"), QStringLiteral(":/icons/22")})
        for (const QString &file : QDir(folder).entryList({QStringLiteral("*.svg")}))
            names << file.chopped(4);
    names.removeDuplicates();
    return names;
}

QIcon applicationIcon()
{
    initializeResource();
    return QIcon(QStringLiteral(":/icons/planfix-console.svg"));
}

} // namespace pfx::ui
