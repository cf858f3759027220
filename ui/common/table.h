// SPDX-License-Identifier: GPL-3.0-or-later
// The one table: no grid, hairlines, a header of its own with sorting, column chooser, copying, remembered widths, a text while it is empty
// and a skeleton while rows load. The model gives words and the roles below; numbers come with Qt::TextAlignmentRole right. GUI thread.
#pragma once

#include "ui/common/chip.h"
#include "ui/common/view_settings.h"

#include <QTableView>

class QToolButton;

namespace pfx::ui {

enum TableRole {
    ChipRole = Qt::UserRole + 100, ///< Chip: the cell is a chip.
    ToneRole,                      ///< Tone as int: colour of the text.
    IconNameRole,                  ///< Breeze name of an icon before the text, in ToneRole's colour.
    BoldRole,                      ///< bool
    SkeletonRole,                  ///< bool: the row is still on its way.
    NoteRole,                      ///< Muted text behind the main one.
    MinimumWidthRole,              ///< Header data: least width of the column in pixels.
    StretchRole,                   ///< Header data, bool: the column takes what is left.
};

class Table : public QTableView
{
    Q_OBJECT
public:
    Table(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Reads and keeps widths, order, sorting and hidden columns under the key.
    void remember(ViewSettings &settings, const QString &key);
    void setEmptyText(const QString &fact, const QString &sentence = {});
    void setLoading(bool loading); ///< Skeleton rows while the model has none.
    void setDense(bool dense);
    /// A small table in a card: as high as its rows, without scrolling of its own.
    void setFitToRows(bool fit);
    /// A column of reasons, never cut: its rows become as high as their words.
    void setWrappedColumn(int column);
    QToolButton *makeColumnChooser(QWidget *parent);
    QToolButton *makeCopyButton(QWidget *parent);
    /// Selected rows with the header as text (tabs) onto the clipboard; all visible columns.
    void copySelection();
    QString selectionAsText() const;
    /// Fits the columns to the first rows, once.
    void fitColumns();
    int wrappedColumn() const { return m_wrapped; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rowActivated(const QModelIndex &index); ///< Return, Enter or double click.

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showColumnMenu(const QPoint &globalPosition);
    void store();
    void restore();
    void scheduleFit();
    void fitHeights();

    ViewSettings *m_settings = nullptr;
    int m_wrapped = -1;
    QString m_key, m_emptyFact, m_emptySentence;
    bool m_loading = false, m_fitToRows = false, m_fitted = false, m_restored = false, m_arranging = false;
};

} // namespace pfx::ui
