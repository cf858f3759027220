// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the repository that takes in what providers say.
#include "core/sms/repository.h"

#include <QHash>

namespace pfx::sms {

using base::Result;
using store::Connection;
using store::orNull;
using store::Params;
using store::Row;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QString name(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Pending:
        return s("pending");
    case Delivery::Delivered:
        return s("delivered");
    case Delivery::Undelivered:
        return s("undelivered");
    case Delivery::Expired:
        return s("expired");
    case Delivery::Rejected:
        return s("rejected");
    case Delivery::Unknown:
        break;
    }
    return s("unknown");
}

Delivery deliveryNamed(const QString &word)
{
    for (const auto delivery : {Delivery::Delivered, Delivery::Undelivered, Delivery::Expired, Delivery::Rejected, Delivery::Unknown}) {
        if (name(delivery) == word)
            return delivery;
    }
    return Delivery::Pending;
}

State stateOf(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Delivered:
        return State::Delivered;
    case Delivery::Undelivered:
        return State::Undelivered;
    case Delivery::Expired:
        return State::Expired;
    case Delivery::Rejected:
        return State::Rejected;
    case Delivery::Unknown:
    case Delivery::Pending:
        break;
    }
    return State::Sent;
}

QString idOf(const Receipt &receipt)
{
    return receipt.providerId.isEmpty() ? QString::number(receipt.reference) : receipt.providerId;
}

/// The message behind an id of the provider, and its part when it has several.
struct Target {
    qint64 id = 0;
    State state = State::Sent;
    qint64 taskId = 0;
    QString recipient;
    bool isPart = false;
};

Result<QHash<QString, Target>> targets(Connection &db, const QString &provider, const QStringList &ids)
{
    QHash<QString, Target> found;
    const Params params{{s("provider"), provider}, {s("keys"), store::keySet(db.backend(), ids)}};
    const auto take = [&found](bool isPart) {
        return [&found, isPart](const Row &row) -> Result<void> {
            found.insert(row.text(s("named")), {row.number(s("id")), stateNamed(row.text(s("state"))).value_or(State::Sent),
                                                row.number(s("task_id")), row.text(s("recipient")), isPart});
            return {};
        };
    };
    PFX_TRY(db.forEach(s("SELECT m.provider_id AS named, m.id AS id, m.state AS state, m.task_id AS task_id, m.recipient AS recipient"
                         " FROM {keys} AS k JOIN sms_messages m ON m.provider = :provider AND m.provider_id = k.value"),
                       params, take(false)));
    PFX_TRY(db.forEach(s("SELECT p.provider_id AS named, m.id AS id, m.state AS state, m.task_id AS task_id, m.recipient AS recipient"
                         " FROM {keys} AS k JOIN sms_parts p ON p.provider = :provider AND p.provider_id = k.value"
                         " JOIN sms_messages m ON m.id = p.message_id"),
                       params, take(true)));
    return found;
}

/// What the parts of a message come to together: delivered when all are, lost when one is.
Result<Delivery> together(Connection &db, const QString &provider, const Receipt &receipt, qint64 id)
{
    PFX_TRY(db.execute(s("UPDATE sms_parts SET delivery = :delivery WHERE provider = :provider AND provider_id = :named"
                         " AND delivery <> 'delivered'"),
                       {{s("delivery"), name(receipt.delivery)}, {s("provider"), provider}, {s("named"), idOf(receipt)}}));
    PFX_ASSIGN(const auto rows,
               db.select(s("SELECT delivery, count(*) AS n FROM sms_parts WHERE message_id = :id GROUP BY delivery"), {{s("id"), id}}));
    Delivery all = Delivery::Delivered;
    for (const Row &row : rows) {
        const Delivery one = deliveryNamed(row.text(s("delivery")));
        if (one == Delivery::Undelivered || one == Delivery::Expired || one == Delivery::Rejected)
            return one;
        if (one != Delivery::Delivered)
            all = Delivery::Pending;
    }
    return all;
}

Result<void> keepEarly(Connection &db, const QString &provider, const Receipt &receipt, qint64 nowMs)
{
    return db
        .execute(s("INSERT INTO sms_early_receipts (provider, provider_id, delivery, detail, at)"
                   " VALUES (:provider, :named, :delivery, :detail, :at) ON CONFLICT (provider, provider_id) DO UPDATE SET"
                   " delivery = excluded.delivery, detail = excluded.detail, at = excluded.at"),
                 {{s("provider"), provider},
                  {s("named"), idOf(receipt)},
                  {s("delivery"), name(receipt.delivery)},
                  {s("detail"), orNull(receipt.detail)},
                  {s("at"), nowMs}})
        .map([](qint64) {});
}

/// A receipt may mend what was thought lost, but nothing undoes a delivery.
bool mayBecome(State before, State after)
{
    if (before == State::Delivered || before == after || after == State::Sent)
        return false;
    if (after == State::Delivered)
        return before != State::Cancelled;
    return before == State::Sent || before == State::Unknown || before == State::Sending;
}

Result<void> write(Connection &db, const Target &target, State state, const Receipt &receipt, const QString &provider, qint64 nowMs)
{
    PFX_TRY(db.execute(s("UPDATE sms_messages SET state = :state, due_at = NULL, poll_at = NULL, error_detail = :detail, changed_at = :now"
                         " WHERE id = :id"),
                       {{s("state"), sms::name(state)}, {s("detail"), orNull(receipt.detail)}, {s("now"), nowMs}, {s("id"), target.id}}));
    return addHistory(db, target.id, state, provider, receipt.detail, receipt.atMs > 0 ? std::min(receipt.atMs, nowMs) : nowMs);
}

} // namespace

Result<std::vector<Ended>> apply(Connection &db, const QString &provider, const std::vector<Receipt> &receipts, qint64 nowMs)
{
    std::vector<Ended> ended;
    QStringList ids;
    for (const Receipt &receipt : receipts)
        ids.append(idOf(receipt));
    if (ids.isEmpty())
        return ended;
    PFX_ASSIGN(auto known, targets(db, provider, ids));
    for (const Receipt &receipt : receipts) {
        const auto at = known.find(idOf(receipt));
        if (at == known.end()) {
            if (receipt.delivery != Delivery::Pending)
                PFX_TRY(keepEarly(db, provider, receipt, nowMs));
            continue;
        }
        Delivery delivery = receipt.delivery;
        if (at->isPart) {
            PFX_ASSIGN(delivery, together(db, provider, receipt, at->id));
        }
        const State state = stateOf(delivery);
        if (!mayBecome(at->state, state))
            continue;
        PFX_TRY(write(db, *at, state, receipt, provider, nowMs));
        ended.push_back({at->id, state, at->taskId, at->recipient, receipt.detail});
        for (Target &one : known) {
            if (one.id == ended.back().id)
                one.state = state;
        }
    }
    return ended;
}

Result<std::vector<Ended>> applyEarly(Connection &db, const QString &provider, const std::vector<Outcome> &outcomes, qint64 nowMs)
{
    QStringList ids;
    for (const Outcome &outcome : outcomes)
        ids += outcome.providerIds;
    if (ids.isEmpty())
        return std::vector<Ended>();
    PFX_ASSIGN(const auto any, db.select(s("SELECT provider_id FROM sms_early_receipts WHERE provider = :provider LIMIT 1"),
                                         {{s("provider"), provider}}));
    if (any.empty())
        return std::vector<Ended>();
    std::vector<Receipt> receipts;
    PFX_TRY(db.forEach(s("DELETE FROM sms_early_receipts WHERE provider = :provider AND provider_id IN (SELECT k.value FROM {keys} AS k)"
                         " RETURNING provider_id, delivery, detail, at"),
                       {{s("provider"), provider}, {s("keys"), store::keySet(db.backend(), ids)}}, [&receipts](const Row &row) -> Result<void> {
                           receipts.push_back({row.text(s("provider_id")), 0, deliveryNamed(row.text(s("delivery"))), row.text(s("detail")),
                                               row.number(s("at"))});
                           return {};
                       }));
    return apply(db, provider, receipts, nowMs);
}

} // namespace pfx::sms
