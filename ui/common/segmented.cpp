// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/segmented.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace pfx::ui {

namespace {

/// Drawn as one body: the outer ends are round, the inner edges shared.
class Segment : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        const QSize text = fontMetrics().size(Qt::TextSingleLine, this->text());
        const int iconWidth = icon().isNull() ? 0 : metrics::IconSize + 8;
        return {text.width() + iconWidth + 28, qMax(metrics::ControlHeight, text.height() + 12)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool first = geometry().left() <= 1;
        const bool last = geometry().right() >= parentWidget()->width() - 2;
        const qreal radius = metrics::FieldRadius;
        QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setClipRect(rect());
        if (!first)
            body.setLeft(-radius * 2);
        if (!last)
            body.setRight(width() + radius * 2);
        QColor fill = palette().color(QPalette::Button);
        if (isChecked())
            fill = selectionFill(palette());
        else if (underMouse() && isEnabled())
            fill = mix(palette().color(QPalette::Text), fill, 0.05);
        painter.setPen(mix(fieldEdge(palette()), palette().color(QPalette::Base), 0.7));
        painter.setBrush(fill);
        painter.drawRoundedRect(body, radius, radius);
        if (!last)
            painter.fillRect(width() - 1, 1, 1, height() - 2, hairline(palette()));
        const QColor words = !isEnabled()   ? palette().color(QPalette::Disabled, QPalette::ButtonText)
                             : isChecked()  ? linkColor(palette())
                                            : palette().color(QPalette::ButtonText);
        QFont font = this->font();
        font.setWeight(isChecked() ? QFont::Medium : QFont::Normal);
        painter.setFont(font);
        painter.setPen(words);
        const int iconWidth = icon().isNull() ? 0 : metrics::IconSize + 8;
        const int textWidth = painter.fontMetrics().horizontalAdvance(text());
        int x = (width() - iconWidth - textWidth) / 2;
        if (iconWidth)
            icon().paint(&painter, QRect(x, 0, metrics::IconSize, height()));
        x += iconWidth;
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(primaryFill(palette()), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
        }
    }
};

} // namespace

Segmented::Segmented(const QString &objectName, const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_group = new QButtonGroup(this);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit currentChanged(id);
    });
}

void Segmented::addChoice(const QString &text, const QString &choiceName, const QString &iconName)
{
    auto *button = new Segment(this);
    button->setText(text);
    button->setObjectName(choiceName);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIcon(icon(iconName));
    const int id = static_cast<int>(m_group->buttons().size());
    m_layout->addWidget(button);
    if (id == 0) {
        const QSignalBlocker quiet(m_group);
        button->setChecked(true);
    }
    m_group->addButton(button, id);
}

void Segmented::setText(int index, const QString &text)
{
    m_group->button(index)->setText(text);
    m_group->button(index)->setAccessibleName(text);
    m_group->button(index)->updateGeometry();
}

void Segmented::setChoiceEnabled(int index, bool enabled)
{
    m_group->button(index)->setEnabled(enabled);
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

int Segmented::count() const
{
    return static_cast<int>(m_group->buttons().size());
}

} // namespace pfx::ui
