// SPDX-License-Identifier: GPL-3.0-or-later
// The tab «Кому не писать»: addresses with reason and time, adding one, files in and out. GUI thread.
#pragma once

#include "ui/common/services.h"
#include "ui/mailing/suppressed_presenter.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace pfx::ui {

class Banner;
class Button;
class Field;
class Table;
class TextLabel;
template <typename Row> class RowsModel;

class SuppressedTab : public QWidget {
    Q_OBJECT

public:
    SuppressedTab(SuppressedPresenter &presenter, Services &services, QWidget *parent = nullptr);

    QWidget *searchField() const;

private:
    QWidget *buildForm();
    QWidget *buildList();
    void connectAll();
    void showState();
    void showDeed();
    QStringList chosen() const;
    void askToRemove();
    void askForFile(bool import);

    SuppressedPresenter &m_presenter;
    Services &m_services;
    RowsModel<mailing::Suppression> *m_rows;
    Table *m_table;
    QLineEdit *m_search, *m_email;
    QComboBox *m_reason;
    Field *m_emailField = nullptr;
    Button *m_add = nullptr, *m_remove = nullptr, *m_import = nullptr, *m_export = nullptr;
    Banner *m_error, *m_deed;
    TextLabel *m_footer;
};

} // namespace pfx::ui
