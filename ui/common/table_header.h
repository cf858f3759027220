// SPDX-License-Identifier: GPL-3.0-or-later
// A Table's header: muted words, a hairline below, the direction of sorting as an arrow beside the word. GUI thread.
#pragma once

#include <QHeaderView>

namespace pfx::ui {

class TableHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit TableHeader(QWidget *parent = nullptr);
    QSize sectionSizeFromContents(int logicalIndex) const override;
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
};

} // namespace pfx::ui
