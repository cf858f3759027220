// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>

namespace pfx::ui {

WheelGuard::WheelGuard(QCoreApplication &application)
{
    application.installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::Wheel && type != QEvent::Polish) // every event of the program comes by
        return false;
    const bool choice = qobject_cast<QComboBox *>(watched) != nullptr;
    if (!choice && qobject_cast<QAbstractSpinBox *>(watched) == nullptr)
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    if (type == QEvent::Polish) {
        // Qt gives such a box the focus before it hands it the wheel: then it would always be one that somebody is in.
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (!choice && widget->hasFocus())
        return false;
    event->ignore(); // the widgets around it are asked next
    return true;
}

} // namespace pfx::ui
