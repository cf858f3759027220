// SPDX-License-Identifier: GPL-3.0-or-later
// A surface in Base with one hairline and round corners; put a layout into it. An optional head holds a section title and things at its
// right end. GUI thread.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace pfx::ui {

class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &title, QWidget *parent = nullptr);

    QVBoxLayout *body() { return m_body; }
    void addToHead(QWidget *widget); ///< At the right end of the title's line.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body = nullptr;
    QHBoxLayout *m_head = nullptr;
};

} // namespace pfx::ui
