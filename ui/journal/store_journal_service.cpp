// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/store_journal_service.h"

#include "core/exchange/inbox.h"
#include "core/exchange/outbox.h"
#include "core/orders/order_effects.h"
#include "core/orders/repository.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/live.h"
#include "ui/common/services.h"
#include "ui/journal/journal_export.h"

#include <QSaveFile>

namespace pfx::ui {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

/// Done on the queue in which the row stands; the id of the row that is worked off.
Result<qint64> performed(Connection &db, Live &live, JournalDeed::Kind deed, qint64 id, bool incoming)
{
    const auto same = [id] { return id; };
    switch (deed) {
    case JournalDeed::Kind::Retry:
        return live.outbox().retry(db, id).map(same);
    case JournalDeed::Kind::RetryInDoubt:
        return live.outbox().retry(db, id, exchange::Doubt::AcceptRepeat).map(same);
    case JournalDeed::Kind::Settle:
        return live.outbox().settle(db, id).map(same);
    case JournalDeed::Kind::Replay:
        return live.inbox().replay(db, id);
    case JournalDeed::Kind::Cancel:
        return (incoming ? live.inbox().cancel(db, id) : live.outbox().cancel(db, id)).map(same);
    }
    return id;
}

Result<qint64> writeFile(store::Store &store, const QString &path, const exchange::JournalFilter &filter, const base::StopToken &stop)
{
    PFX_ASSIGN(const auto db, store.connect());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return base::fail(ErrorCode::StorageReadOnly, file.errorString(), path);
    PFX_ASSIGN(const qint64 rows, writeJournalCsv(*db, file, filter, stop));
    if (!file.commit())
        return base::fail(ErrorCode::StorageFull, file.errorString(), path);
    return rows;
}

} // namespace

void StoreJournalService::details(QObject *context, qint64 id, Answer<exchange::JournalDetails> answer)
{
    m_services.background.read(
        context, [id](Connection &db) { return exchange::journalDetails(db, id); }, std::move(answer), QStringLiteral("journalDetails"));
}

void StoreJournalService::halted(QObject *context, Answer<qint64> answer)
{
    m_services.background.read(
        context,
        [](Connection &db) -> Result<qint64> {
            PFX_ASSIGN(const auto rows, exchange::halted(db));
            qint64 all = 0;
            for (const exchange::Halted &some : rows)
                all += some.count;
            return all;
        },
        std::move(answer), QStringLiteral("journalHalted"));
}

void StoreJournalService::services(QObject *context, Answer<QStringList> answer)
{
    m_services.background.read(context, [](Connection &db) { return exchange::journalServices(db); }, std::move(answer),
                               QStringLiteral("journalServices"));
}

void StoreJournalService::subjectOf(QObject *context, const QString &orderNumber, Answer<QString> answer)
{
    m_services.background.read(
        context,
        [orderNumber](Connection &db) -> Result<QString> {
            const auto order = orders::loadByNumber(db, orderNumber);
            if (order)
                return orders::effect::subject(order->order.id);
            if (order.error().code == ErrorCode::NotFound)
                return QString();
            return base::fail(order.error());
        },
        std::move(answer), QStringLiteral("journalSubject"));
}

void StoreJournalService::perform(QObject *context, JournalDeed::Kind deed, const exchange::JournalEntry &entry, Answer<qint64> answer)
{
    Live *const live = m_services.live;
    if (!live)
        return;
    const bool incoming = entry.source == exchange::JournalEntry::Source::Inbox;
    m_services.background.run(
        context,
        [&store = m_services.store, live, deed, id = entry.id, incoming]() -> Result<qint64> {
            qint64 row = 0;
            PFX_TRY(store.writer().run([&](Connection &db) -> Result<void> {
                PFX_ASSIGN(row, performed(db, *live, deed, id, incoming));
                return {};
            }));
            return row;
        },
        std::move(answer));
}

void StoreJournalService::exportTo(QObject *context, const QString &path, const exchange::JournalFilter &filter, base::StopToken stop,
                                   Answer<qint64> answer)
{
    m_services.background.run(
        context, [&store = m_services.store, path, filter, stop] { return writeFile(store, path, filter, stop); }, std::move(answer));
}

} // namespace pfx::ui
