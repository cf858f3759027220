// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that are never written to: a search, the first of them, adding one, a file of them, allowing again. GUI thread.
#pragma once

#include "ui/common/card.h"
#include "ui/common/services.h"
#include "ui/sms/stop_list_presenter.h"

class QLineEdit;

namespace pfx::ui {

class Banner;
class Button;
class Field;
class StopListModel;
class Table;
class TextLabel;

class StopListCard : public Card {
    Q_OBJECT

public:
    StopListCard(StopListPresenter &presenter, Services &services, QWidget *parent = nullptr);

private:
    void buildList();
    void buildForm();
    void connectAll();
    QStringList chosen() const;
    void askToAllow();
    void askForFile();
    void showState();
    void showDeed(const StopListState &state);
    void showImported(const AddedNumbers &imported);
    static QString whereToChange();

    StopListPresenter &m_presenter;
    Services &m_services;
    StopListModel *m_model;
    Table *m_table;
    QLineEdit *m_search, *m_number, *m_reason;
    Banner *m_banner;
    TextLabel *m_footer;
    Field *m_numberField = nullptr;
    Button *m_add = nullptr, *m_import = nullptr, *m_allow = nullptr;
};

} // namespace pfx::ui
