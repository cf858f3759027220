// SPDX-License-Identifier: GPL-3.0-or-later
// What the page «Заявки» needs from the rest of the program besides the pages of its table, so that its presenters can be tested without a
// store. Called from the GUI thread; answers come there later, and only while `context` lives.
#pragma once

#include "core/base/stop_token.h"
#include "core/orders/order_book.h"
#include "core/orders/order_list.h"

#include <QObject>
#include <QUrl>

#include <functional>

namespace pfx::ui {

/// All that is known of one order.
struct OrderDetails
{
    orders::StoredOrder stored;
    orders::SyncState sync;
    QVector<orders::HistoryEntry> history; ///< Oldest first.
    qint64 journalRow = 0; ///< Its newest row; 0: none.
    QString missingScope;  ///< The right for whose want Planfix refused it; empty when it was not that.
    QUrl taskPage;         ///< Empty while it is no task, or no account is set up.
};

class OrdersService : public QObject
{
    Q_OBJECT

public:
    template<typename T>
    using Answer = std::function<void(base::Result<T>)>;
    using Rows = std::function<void(qint64 done)>;

    using QObject::QObject;

    /// Only the newest question of a context is answered.
    virtual void details(QObject *context, qint64 id, Answer<OrderDetails> answer) = 0;
    virtual void attention(QObject *context, Answer<orders::Attention> answer) = 0;
    /// The page of any task without its number behind: for the links of the table. Empty while no account is set up.
    virtual void account(QObject *context, Answer<QString> answer) = 0;

    /// Adds (id 0) or changes one; answers its id. Conflict when it was changed meanwhile, or where "number" when the number is taken.
    virtual void save(QObject *context, const orders::Order &order, Answer<qint64> answer) = 0;
    virtual void settle(QObject *context, qint64 id, const orders::Sides &sides, Answer<void> answer) = 0;
    /// What of the order waits goes at once. `acceptRepeat`: although it may have been done already.
    virtual void sendAgain(QObject *context, qint64 id, bool acceptRepeat, Answer<void> answer) = 0;
    virtual void removeTest(QObject *context, qint64 id, Answer<void> answer) = 0;

    /// Writes the whole list of the query as CSV; the file appears only when it is whole. Answers the number of rows.
    virtual void exportCsv(QObject *context, const orders::ListQuery &query, const QString &path, base::StopToken stop, Rows progress,
                           Answer<qint64> answer) = 0;
};

} // namespace pfx::ui
