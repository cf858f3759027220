// SPDX-License-Identifier: GPL-3.0-or-later
// Looks like a search field and opens the command palette. GUI thread.
#pragma once

#include <QAbstractButton>

namespace pfx::console {

class SearchButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SearchButton(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pfx::console
