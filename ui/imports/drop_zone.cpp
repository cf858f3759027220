// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/drop_zone.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

namespace pfx::ui {

static constexpr int kHeight = 132;
static constexpr int kIcon = 32;

DropZone::DropZone(QWidget *parent) : QPushButton(parent)
{
    setObjectName(QStringLiteral("dropZone"));
    setText(tr("Or load exported data (JSON)"));
    setAccessibleName(text());
    setAccessibleDescription(tr("A file can also be dropped here"));
    setAcceptDrops(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize DropZone::sizeHint() const
{
    return {320, std::max(kHeight, fontMetrics().height() * 4 + kIcon + 3 * metrics::Spacing)};
}

void DropZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = m_over || underMouse() || hasFocus();
    QPen edge(lit ? primaryFill(palette()) : fieldEdge(palette()), hasFocus() ? 2 : 1, Qt::DashLine);
    painter.setPen(edge);
    painter.setBrush(m_over ? QBrush(selectionFill(palette())) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::CardRadius, metrics::CardRadius);

    const int line = fontMetrics().height() + metrics::PairSpacing;
    int y = (height() - kIcon - metrics::Spacing - 3 * line) / 2;
    paintIcon(&painter, QRectF((width() - kIcon) / 2.0, y, kIcon, kIcon), QStringLiteral("document-import"),
              toneColor(palette(), Tone::Primary), palette().color(QPalette::Base));
    y += kIcon + metrics::Spacing;
    painter.setFont(scaled(font(), TextRole::Section));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(0, y, width(), line), Qt::AlignCenter, tr("Drop the file here"));
    y += line;
    painter.setFont(font());
    painter.setPen(linkColor(palette()));
    painter.drawText(QRect(0, y, width(), line), Qt::AlignCenter, text());
    y += line;
    painter.setFont(scaled(font(), TextRole::Caption));
    painter.setPen(toneColor(palette(), Tone::Muted));
    painter.drawText(QRect(0, y, width(), line), Qt::AlignCenter, tr("CSV, XLSX and XLS of both services will do as well"));
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *mime = event->mimeData();
    if (!mime->hasUrls() || mime->urls().size() != 1 || !mime->urls().first().isLocalFile())
        return;
    m_over = true;
    event->acceptProposedAction();
    update();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over = false;
    update();
}

void DropZone::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    event->acceptProposedAction();
    emit dropped(event->mimeData()->urls().first().toLocalFile());
}

} // namespace pfx::ui
