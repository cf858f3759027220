// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/accounts.h"

namespace pfx::exchange::accounts {

using base::Result;
using store::orNull;

namespace {

constexpr qint64 clockSlackMs = 60'000; // what the clocks of two machines may differ

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

Result<QVector<Hold>> holds(store::Connection &db, qint64 nowMs)
{
    PFX_ASSIGN(const store::Rows rows, db.select(s("SELECT account, held_until, held_code, held_reason FROM exchange_accounts "
                                                   "WHERE held_until > :now AND held_at <= :latest ORDER BY account"),
                                                 {{s("now"), nowMs}, {s("latest"), nowMs + clockSlackMs}}));
    QVector<Hold> found;
    for (const store::Row &row : rows)
        found.append({row.text(s("account")), row.number(s("held_until")), row.text(s("held_code")), row.text(s("held_reason"))});
    return found;
}

Result<void> hold(store::Connection &db, const Hold &hold, qint64 nowMs)
{
    PFX_ASSIGN(const auto standing, holds(db, nowMs));
    for (const Hold &other : standing) {
        if (other.account == hold.account && other.untilMs >= hold.untilMs)
            return {};
    }
    return db
        .execute(s("INSERT INTO exchange_accounts (account, held_at, held_until, held_code, held_reason) "
                   "VALUES (:account, :now, :until, :code, :reason) ON CONFLICT (account) DO UPDATE SET held_at = excluded.held_at, "
                   "held_until = excluded.held_until, held_code = excluded.held_code, held_reason = excluded.held_reason"),
                 {{s("account"), hold.account},
                  {s("now"), nowMs},
                  {s("until"), hold.untilMs},
                  {s("code"), orNull(hold.code)},
                  {s("reason"), orNull(hold.reason)}})
        .map([](qint64) {});
}

Result<void> release(store::Connection &db, const QString &account)
{
    return db
        .execute(s("UPDATE exchange_accounts SET held_at = NULL, held_until = NULL, held_code = NULL, held_reason = NULL "
                   "WHERE account = :account"),
                 {{s("account"), account}})
        .map([](qint64) {});
}

} // namespace pfx::exchange::accounts
