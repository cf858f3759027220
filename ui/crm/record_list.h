// SPDX-License-Identifier: GPL-3.0-or-later
// A tab of the page: search, filters, table, details beside it, and what stands there while there is nothing. Shows a ListPresenter's
// state; the deals' tab puts the board in the place of the table. GUI thread.
#pragma once

#include "ui/crm/list_presenter.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace pfx::ui {

class Banner;
class Button;
class EmptyState;
class ListRows;
class RecordPane;
class Table;
class TextLabel;
struct Services;

class RecordList : public QWidget
{
    Q_OBJECT

public:
    RecordList(ListPresenter &presenter, Services &services, QWidget *parent = nullptr);

    QLineEdit *searchField() const { return m_search; }
    Table *table() const { return m_table; }
    RecordPane *details() const { return m_details; }
    /// Filters stand between the search field and the buttons.
    void addFilter(QWidget *filter);
    /// Another view of the same records (the board), shown in the table's place.
    void setAlternative(QWidget *view);
    void showAlternative(bool alternative);
    /// Something else than the search narrows the alternative; its total for the line below.
    void setFooter(const QString &text);

signals:
    void linkFollowed(const pfx::ui::RecordLink &link);
    void importRequested();
    void clearRequested();

private:
    void buildToolbar(QHBoxLayout *toolbar, Services &services);
    void buildEmpty();
    void showState();
    void showDetails();
    void placeDetails();
    void showExport();
    void askForFile(Services &services);
    QString countText() const;
    QString searchHint() const;

    ListPresenter &m_presenter;
    ListRows *m_rows;
    QLineEdit *m_search;
    QHBoxLayout *m_filters;
    QToolButton *m_columns = nullptr, *m_copy = nullptr, *m_export = nullptr;
    Table *m_table;
    QStackedWidget *m_views;   ///< table or alternative
    QStackedWidget *m_body;    ///< work area or empty state
    Banner *m_error, *m_exportBanner;
    QWidget *m_scope;
    TextLabel *m_scopeText, *m_footer;
    RecordPane *m_details;
    EmptyState *m_empty = nullptr;
    QString m_footerText;
    std::optional<base::Error> m_shownError;
};

} // namespace pfx::ui
