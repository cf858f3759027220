// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/mailing_service.h"

#include "core/log/categories.h"
#include "core/mailing/list_table.h"
#include "core/mailing/request_log.h"
#include "core/texts/mailing_texts.h"

#include <QDateTime>

namespace pfx::app {

using base::Result;
using store::Connection;

namespace {

constexpr qint64 lookEveryMs = 60 * 1000;
constexpr qint64 tidyEveryMs = 6LL * 60 * 60 * 1000;
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int nightHour = 3; // from then on, local time
constexpr int batch = 200; // rows a transaction: nobody waits for it

} // namespace

std::vector<server::Route> MailingService::routes(const Configuration &configuration) const
{
    return mailing::routes({m_office.store.writer(), m_office.clock, m_office.outbox, m_journal,
                            std::make_shared<const server::Secret>(configuration.mailingToken),
                            mailing::UnsubscribeLinks(configuration.unsubscribeKey), texts::mailingRefusals(),
                            texts::unsubscribeWords()});
}

Result<void> MailingService::tidy(Connection &db, int keepDays, const base::StopToken &stop)
{
    const qint64 now = m_office.clock.nowMs();
    const auto untilNothingIsLeft = [&](auto step) -> Result<void> {
        qint64 gone = 1;
        while (gone > 0 && !stop.stop_requested()) {
            PFX_TRY(m_office.store.writer().run([&](Connection &write) -> Result<void> {
                PFX_ASSIGN(gone, step(write));
                return {};
            }));
        }
        return {};
    };
    PFX_ASSIGN(const auto expired, mailing::expiredLists(db, now));
    for (const qint64 id : expired)
        PFX_TRY(untilNothingIsLeft([&](Connection &write) { return mailing::purgeList(write, id, now, batch); }));
    return untilNothingIsLeft([&](Connection &write) { return mailing::pruneRequests(write, now - keepDays * dayMs, batch); });
}

/// Once for each forward and day, whichever program comes first.
Result<void> MailingService::compareAtNight(Connection &db)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_office.clock.nowMs());
    const QString day = now.date().toString(Qt::ISODate);
    if (now.time().hour() < nightHour || day == m_comparedOn)
        return {};
    PFX_ASSIGN(const auto forwards, mailing::forwards(db, 0));
    const auto compareAll = [&](Connection &write) -> Result<void> {
        for (const mailing::Forward &forward : forwards)
            PFX_TRY(mailing::ForwardEffects(m_office.outbox).compare(write, forward.id, day));
        return {};
    };
    if (!forwards.isEmpty())
        PFX_TRY(m_office.store.writer().run(compareAll));
    m_comparedOn = day;
    return {};
}

void MailingService::look(int keepDays, const base::StopToken &stop)
{
    const auto isDue = [this](qint64 last, qint64 every) { return last < 0 || m_office.clock.monotonicMs() - last >= every; };
    if (!isDue(m_lookedAt, lookEveryMs))
        return;
    m_lookedAt = m_office.clock.monotonicMs();
    const auto tell = [](const char *what, const base::Error &error) {
        qCWarning(log::exchange) << what << base::name(error.code) << error.detail;
    };
    const auto db = m_office.store.connect();
    if (!db) {
        tell("looking after mailing lists:", db.error());
        return;
    }
    if (const auto compared = compareAtNight(**db); !compared)
        tell("comparing mailing services:", compared.error());
    if (!isDue(m_tidiedAt, tidyEveryMs))
        return;
    m_tidiedAt = m_office.clock.monotonicMs();
    if (const auto tidied = tidy(**db, keepDays, stop); !tidied)
        tell("tidying mailing lists:", tidied.error());
}

} // namespace pfx::app
