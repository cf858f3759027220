// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/buttons.h"

#include "ui/common/icons.h"
#include "ui/common/style.h"

namespace pfx::ui {

Button::Button(const QString &text, const QString &objectName, ButtonKind kind, const QString &iconName, QWidget *parent)
    : QPushButton(text, parent), m_kind(kind)
{
    setObjectName(objectName);
    setAccessibleName(QString(text).remove(QLatin1Char('&')));
    setProperty(ButtonKindProperty, static_cast<int>(kind));
    setAutoDefault(false);
    setFlat(false);
    if (kind == ButtonKind::Primary) {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        setFont(bold);
    }
    if (kind == ButtonKind::Link)
        setCursor(Qt::PointingHandCursor);
    if (kind != ButtonKind::Normal)
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setIconName(iconName);
}

void Button::setIconName(const QString &name)
{
    switch (m_kind) {
    case ButtonKind::Primary:
        setIcon(ui::icon(name, onPrimary(palette())));
        break;
    case ButtonKind::Danger:
        setIcon(ui::icon(name, Tone::Error));
        break;
    case ButtonKind::Link:
        setIcon(ui::icon(name, Tone::Info));
        break;
    case ButtonKind::Normal:
        setIcon(ui::icon(name));
        break;
    }
}

QToolButton *iconButton(const QString &iconName, const QString &words, const QString &objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setIcon(ui::icon(iconName));
    button->setIconSize({metrics::IconSize, metrics::IconSize});
    button->setAutoRaise(true);
    button->setFixedSize(metrics::ControlHeight, metrics::ControlHeight);
    return button;
}

} // namespace pfx::ui
