// SPDX-License-Identifier: GPL-3.0-or-later
// The strip across the window's top that says in every moment that this is the demonstration. GUI thread.
#pragma once

#include <QWidget>

namespace pfx::console {

class DemoRibbon : public QWidget
{
    Q_OBJECT
public:
    explicit DemoRibbon(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pfx::console
