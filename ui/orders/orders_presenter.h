// SPDX-License-Identifier: GPL-3.0-or-later
// The list of orders with its search, filters, details and what can be done with the chosen one, without widgets. The rows come from the
// table's model, which tells this what became of the query. GUI thread.
#pragma once

#include "ui/orders/orders_service.h"

#include <QTimer>

#include <optional>

namespace pfx::ui {

struct OrdersState
{
    enum class Body {
        Loading,      ///< Nothing is known yet.
        Empty,        ///< There is no order at all.
        NothingFound, ///< None fits the search or filter.
        Rows,
        Failed,       ///< `error` says why.
    };
    enum class Details { Nothing, Loading, Shown, Failed };
    enum class Export { Idle, Running, Done, Failed, Stopped };

    Body body = Body::Loading;
    QString typed;            ///< What stands in the search field, perhaps not asked yet.
    orders::ListQuery query;  ///< What the table shows or is asked for.
    std::optional<qint64> count;
    std::optional<base::Error> error;
    orders::Attention attention;
    QString taskPages;        ///< For the links of the table.

    Details details = Details::Nothing;
    qint64 selected = 0;
    OrderDetails shown;
    std::optional<base::Error> detailsError;

    bool acting = false;      ///< A deed of the person's is being written.
    std::optional<base::Error> actionError;

    Export exporting = Export::Idle;
    qint64 exportedRows = 0;
    QString exportPath;
    std::optional<base::Error> exportError;

    bool isFiltered() const;
    bool canExport() const { return body == Body::Rows && exporting != Export::Running; }
    bool canAct() const { return details == Details::Shown && !acting; }
    /// Something waits for a person, for its next attempt or for what holds the account.
    bool canSendAgain() const;
    /// Nobody knows whether it was done: sending again may do it twice.
    bool isInDoubt() const;
    bool hasConflicts() const { return details == Details::Shown && !shown.stored.conflicts.isEmpty(); }
};

class OrdersPresenter : public QObject
{
    Q_OBJECT

public:
    explicit OrdersPresenter(OrdersService &service, QObject *parent = nullptr);
    ~OrdersPresenter() override;

    const OrdersState &state() const { return m_state; }
    /// How long the field must rest before the question is asked.
    void setSearchDelay(int ms) { m_delay.setInterval(ms); }

    void setTyped(const QString &text);
    void searchNow(); ///< Enter.
    void setStatusFilter(std::optional<orders::Status> status);
    void setNeedsAttention(bool only);
    void setSort(orders::SortBy by, bool descending);
    void clearFilter();
    void reload();      ///< From the beginning (after an error).
    void refreshAttention();
    void storeChanged();///< In place: what is looked at stays where it is.
    void select(qint64 id);

    void setStatus(orders::Status status);
    void settle(const QString &field, orders::Side side);
    void settleAll(orders::Side side);
    void sendAgain();
    void removeTest();
    void dismissActionError();

    void startExport(const QString &path);
    void stopExport();
    void dismissExport();

    // What became of the query, told by the table's model.
    void firstRowsArrived(qint64 rows);
    void counted(qint64 rows);
    void queryFailed(const base::Error &error);

signals:
    void changed();
    void detailsChanged();
    void exportChanged();
    void attentionChanged();
    /// The table is to show this from its beginning.
    void queryChanged(const pfx::orders::ListQuery &query);
    /// The rows may be others now.
    void rowsOutdated();

private:
    void ask(const orders::ListQuery &query);
    void readDetails();
    /// The answer to a deed.
    template<typename T>
    OrdersService::Answer<T> acted();

    OrdersService &m_service;
    OrdersState m_state;
    QTimer m_delay;
    base::StopSource m_exportStop;
};

} // namespace pfx::ui
