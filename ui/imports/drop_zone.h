// SPDX-License-Identifier: GPL-3.0-or-later
// A place to drop a file on, which is also a button that asks for one. GUI thread.
#pragma once

#include <QPushButton>

namespace pfx::ui {

class DropZone : public QPushButton
{
    Q_OBJECT

public:
    explicit DropZone(QWidget *parent = nullptr);
    QSize sizeHint() const override;

signals:
    void dropped(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool m_over = false;
};

} // namespace pfx::ui
