// SPDX-License-Identifier: GPL-3.0-or-later
// The only code that reads and writes orders and their history. Functions of one connection; the writing ones belong into an open write
// transaction. Failures: the Connection's; NotFound; Conflict where it says so.
#pragma once

#include "core/orders/changes.h"
#include "core/store/connection.h"

#include <QSet>

namespace pfx::orders {

/// What happened to an order besides changes of its fields.
enum class Event { Added, Changed, TaskCreated, TaskFound, Sent, Received, ConflictFound, ConflictSettled, TaskGone, FieldsDropped };
QString name(Event event);

struct HistoryEntry {
    qint64 at = 0;
    Source source = Source::Screen;
    Event event = Event::Changed;
    QVector<Change> changes;
    QString detail; ///< Of FieldsDropped: the fields; of Sent and Received: nothing.
};

/// An order with what the exchange with Planfix knows of it.
struct StoredOrder {
    Order order;
    std::optional<Order> agreed; ///< As the task last had it; none while there is no task.
    QVector<Conflict> conflicts;
};

/// Whether an order of that number stood there already.
enum class Added { New, Repeated };
struct AddedOrder {
    qint64 id = 0;
    QString number;
    Added added = Added::New;
};

/// Makes the number where there is none ("ORD-17", of tests "TEST-17"). One answer for each order, in their order; of one number among them
/// the first is the new one. Statements and not orders decide what it costs: many at once are hardly dearer than one.
base::Result<QVector<AddedOrder>> insert(store::Connection &db, QVector<Order> orders, qint64 nowMs);
base::Result<AddedOrder> insert(store::Connection &db, const Order &order, qint64 nowMs);
/// Writes the whole order; Conflict when its version is no longer `order.version` (it then has the next one).
base::Result<Order> update(store::Connection &db, const Order &order, qint64 nowMs);
base::Result<void> setAgreed(store::Connection &db, qint64 id, const Order &agreed);
base::Result<void> setConflicts(store::Connection &db, qint64 id, const QVector<Conflict> &conflicts);
/// The task that the order has become; Conflict when another order has it.
base::Result<void> setTask(store::Connection &db, qint64 id, qint64 planfixId);
base::Result<void> addHistory(store::Connection &db, qint64 id, const HistoryEntry &entry);
base::Result<void> remove(store::Connection &db, qint64 id);

base::Result<StoredOrder> load(store::Connection &db, qint64 id);
base::Result<StoredOrder> loadByNumber(store::Connection &db, const QString &number);
/// None when no order has this task.
base::Result<std::optional<StoredOrder>> loadByTask(store::Connection &db, qint64 planfixId);
/// (id, number) of the orders that have no task yet: those whose effect is on its way.
base::Result<QVector<std::pair<qint64, QString>>> withoutTask(store::Connection &db);
/// Which of these have fields that both sides changed.
base::Result<QSet<qint64>> conflicting(store::Connection &db, const QVector<qint64> &ids);
/// The tasks of the newest orders that are not finished.
base::Result<QVector<qint64>> openTasks(store::Connection &db, qsizetype most);
base::Result<QVector<HistoryEntry>> history(store::Connection &db, qint64 id);

/// Until when an account's changed tasks have been looked at (ms since 1970 UTC).
base::Result<std::optional<qint64>> lastLook(store::Connection &db, const QString &account);
base::Result<void> setLastLook(store::Connection &db, const QString &account, qint64 atMs);

struct OrderQuery {
    QString text; ///< Part of the number or of the client's name, or a whole phone.
    std::optional<Status> status;
    std::optional<qint64> since; ///< Made or changed at or after (ms since 1970 UTC).
    bool onlyConflicts = false;
};

/// Newest first, at most `limit` with an id below `before` (0: from the newest).
base::Result<QVector<Order>> list(store::Connection &db, const OrderQuery &query, qint64 before, int limit);

/// A place in the order of changes: behind this order as it was changed then.
struct ChangeMark {
    qint64 at = 0; ///< ms since 1970 UTC
    qint64 id = 0;

    bool operator==(const ChangeMark &) const = default;
};

/// At most `limit` orders behind the mark, the longest unchanged first. Whoever goes on from the last one's mark misses none: an order that
/// is changed meanwhile comes again at the end.
base::Result<QVector<Order>> changedAfter(store::Connection &db, const ChangeMark &mark, int limit);

} // namespace pfx::orders
