// SPDX-License-Identifier: GPL-3.0-or-later
// «Сотрудники»: the table at the left, the form of the chosen or new one at the right. GUI thread.
#pragma once

#include "ui/crm/employees_presenter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QStandardItemModel;

namespace pfx::ui {

class Banner;
class Button;
class Field;
class Table;
class TextLabel;
struct Services;

class EmployeesTab : public QWidget
{
    Q_OBJECT

public:
    EmployeesTab(EmployeesPresenter &presenter, Services &services, QWidget *parent = nullptr);

    QLineEdit *searchField() const { return m_search; }

protected:
    void hideEvent(QHideEvent *event) override; ///< Whoever leaves the page has not handed anything over.

private:
    QWidget *buildList(Services &services);
    QWidget *buildForm(Services &services);
    void showState();
    void showRows();
    void showForm();
    void fillForm();
    QWidget *buildHeir();
    void showHeir();
    void askToRemove(Services &services);

    EmployeesPresenter &m_presenter;
    QStackedWidget *m_body, *m_side;
    QLineEdit *m_search, *m_name, *m_email, *m_extension;
    Table *m_table;
    QStandardItemModel *m_model;
    TextLabel *m_count, *m_formTitle;
    Banner *m_error, *m_formBanner, *m_news;
    Field *m_nameField, *m_emailField;
    Button *m_save, *m_remove;
    Button *m_give = nullptr, *m_keep = nullptr;
    QWidget *m_heirRow = nullptr;
    QComboBox *m_heir = nullptr;
    QVector<crm::Employee> m_shown;
    bool m_filling = false;
};

} // namespace pfx::ui
