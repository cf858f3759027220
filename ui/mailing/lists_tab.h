// SPDX-License-Identifier: GPL-3.0-or-later
// The tab «Списки»: the lists on the left; the chosen one's numbers, members and forwarding on the right. GUI thread.
#pragma once

#include "core/mailing/member_pages.h"
#include "ui/common/services.h"
#include "ui/mailing/lists_presenter.h"

#include <QStackedWidget>

class QComboBox;
class QLineEdit;
class QStandardItemModel;
class QTimer;
class QVBoxLayout;

namespace pfx::ui {

class Banner;
class Button;
class ChipLabel;
class CounterCard;
class EmptyState;
class Table;
class TextLabel;
template <typename Row> class RowsModel;

class ListsTab : public QStackedWidget {
    Q_OBJECT

public:
    ListsTab(ListsPresenter &presenter, Services &services, QWidget *parent = nullptr);

    QWidget *searchField() const;

signals:
    /// The person wants to see what is to be pasted into Planfix.
    void connectionRequested();

private:
    QWidget *buildLists();
    QWidget *buildChosen();
    QLayout *buildHead();
    QLayout *buildCounters();
    QLayout *buildToolbar();
    QWidget *buildForwarding();
    void connectAll();
    void showMembers();
    void showState();
    void showLists();
    void showChosen();
    void showDeed();
    void showForwards();
    QWidget *forwardRow(const ForwardView &forward, int row);
    void askForFile();
    void askToRemove();

    ListsPresenter &m_presenter;
    Services &m_services;
    RowsModel<mailing::Member> *m_members;
    QStandardItemModel *m_listsModel;
    Table *m_lists, *m_table;
    QLineEdit *m_search;
    QTimer *m_searchDelay;
    Banner *m_failure, *m_deed;
    TextLabel *m_name, *m_code, *m_footer;
    ChipLabel *m_deleted;
    CounterCard *m_writable, *m_suppressed, *m_withoutAddress;
    Button *m_export, *m_remove, *m_restore, *m_forward;
    QComboBox *m_target;
    QVBoxLayout *m_forwards;
    TextLabel *m_noTargets;
    EmptyState *m_empty;
    QVector<qint64> m_shown;
    bool m_filling = false;
};

} // namespace pfx::ui
