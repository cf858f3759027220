// SPDX-License-Identifier: GPL-3.0-or-later
// What both sides changed, side by side and field by field, each with «Оставить нашу» and «Взять из Планфикса»; of several also all at once.
// Nothing is overwritten until one of them is pressed. GUI thread.
#pragma once

#include "core/orders/order_book.h"

#include <QFrame>

class QVBoxLayout;

namespace pfx::ui {

class ConflictCard : public QFrame
{
    Q_OBJECT

public:
    explicit ConflictCard(QWidget *parent = nullptr);

    void showConflicts(const QVector<orders::Conflict> &conflicts, bool enabled);

signals:
    void settled(const QString &field, pfx::orders::Side side);
    void allSettled(pfx::orders::Side side);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild(const QVector<orders::Conflict> &conflicts);
    QWidget *field(const orders::Conflict &conflict);

    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
    QVector<orders::Conflict> m_shown;
};

} // namespace pfx::ui
