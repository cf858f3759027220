// SPDX-License-Identifier: GPL-3.0-or-later
// What happens or happened to the rows of a run: search, filter by kind, the table, and below it the selected row field by field. The
// line between them can be dragged. GUI thread.
#pragma once

#include "ui/imports/run_rows_model.h"

#include <QSplitter>

class QComboBox;
class QLineEdit;

namespace pfx::ui {

class Card;
class Cells;
class Table;
class TextLabel;
class ViewSettings;
class WrapLabel;

class RowsView : public QSplitter
{
    Q_OBJECT

public:
    /// `stem` begins the object names, which are unique on the page.
    RowsView(CheckPresenter &presenter, RowsTense tense, ViewSettings &settings, const QString &stem = {}, QWidget *parent = nullptr);

    QWidget *searchField() const;
    void focusRows();

private:
    QWidget *rowsCard(ViewSettings &settings, const QString &stem);
    QWidget *detailsCard(const QString &stem);
    void refresh();
    void showDetails(const QModelIndex &index);

    CheckPresenter &m_presenter;
    RowsTense m_tense;
    RunRowsModel m_model;
    QLineEdit *m_search = nullptr;
    QComboBox *m_kind = nullptr;
    TextLabel *m_shown = nullptr;
    Table *m_table = nullptr;
    Card *m_details = nullptr;
    WrapLabel *m_title = nullptr;
    TextLabel *m_subtitle = nullptr;
    Cells *m_differences = nullptr;
};

} // namespace pfx::ui
