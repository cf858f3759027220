// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the rows of a Table: selection as a pale fill with a bar, hairline below, chips, tones, icons, skeletons. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace pfx::ui {

class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    static int wordsWidth(int columnWidth); ///< What a column leaves to its words.
    static int wordsHeight(const QFont &font, const QString &text, int width); ///< In a column that wraps.
    /// Line breaks and runs of spaces as one space; those that may not break, as in 12 480, stay what they are.
    static QString oneLine(const QString &text);

private:
    void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &cell) const;
};

} // namespace pfx::ui
