// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the mouse wheel from changing a choice or a number that it only passes on its way down a page: the page scrolls instead. A closed
// combo box is never changed by the wheel, a spin box only when somebody is in it. Watches every combo and spin box of the program. GUI thread.
#pragma once

#include <QObject>

class QCoreApplication;

namespace pfx::ui {

class WheelGuard : public QObject
{
    Q_OBJECT

public:
    /// Once a program, as long as its windows.
    explicit WheelGuard(QCoreApplication &application);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace pfx::ui
