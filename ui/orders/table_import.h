// SPDX-License-Identifier: GPL-3.0-or-later
// «Импорт из CSV» in the page: the file, a line for each column with its meaning, below it what would be added and what would not. Shows a
// TableImportPresenter. GUI thread.
#pragma once

#include "ui/orders/table_import_presenter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStandardItemModel;
class QVBoxLayout;

namespace pfx::ui {

class Banner;
class Button;
class Card;
class Table;
class TextLabel;
struct Services;

class TableImport : public QWidget
{
    Q_OBJECT

public:
    TableImport(TableImportPresenter &presenter, Services &services, QWidget *parent = nullptr);

    void focusFirst();

signals:
    void left();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildFile();
    QWidget *buildFooter();
    void buildTables(QVBoxLayout *column);
    void rebuildColumns();
    QComboBox *choice(qsizetype column);
    void refresh();
    void showNews();
    void showReport();
    void fillProblems(const orders::CsvReport &report);

    TableImportPresenter &m_presenter;
    Services &m_services;
    QLineEdit *m_path;
    Banner *m_banner;
    Card *m_columns, *m_preview, *m_problems;
    QWidget *m_grid = nullptr;
    TextLabel *m_recognised, *m_counts, *m_problemCount;
    Table *m_first, *m_wrong;
    QStandardItemModel *m_firstModel, *m_wrongModel;
    Button *m_back = nullptr, *m_add = nullptr, *m_stop = nullptr, *m_another = nullptr;
    QString m_news;
};

} // namespace pfx::ui
