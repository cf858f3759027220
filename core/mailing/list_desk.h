// SPDX-License-Identifier: GPL-3.0-or-later
// Does what Planfix asks (createList, deleteList, importContacts, updateContact): each request is one transaction with its line in the
// history and with what must be passed on to mailing services. Blocks; any thread but the window's and the writer's.
#pragma once

#include "core/base/clock.h"
#include "core/base/stop_token.h"
#include "core/mailing/forward_effects.h"
#include "core/mailing/planfix_request.h"
#include "core/store/writer.h"

namespace pfx::mailing {

/// What Planfix gets to know.
struct Outcome {
    std::optional<Refusal> refusal;
    QString listId; ///< Of createList.
    RequestRecord record; ///< Without id: as it stands in the history.
};

class ListDesk {
public:
    ListDesk(store::Writer &writer, const base::Clock &clock, ForwardEffects effects, RefusalWords words)
        : m_writer(writer), m_clock(clock), m_effects(std::move(effects)), m_words(std::move(words))
    {
    }

    /// The token has been checked. Failures are those of the store, and Cancelled; then nothing was written.
    base::Result<Outcome> handle(const PlanfixRequest &request, const QString &remote, const base::StopToken &stop);

private:
    struct Work;

    base::Result<std::optional<Refusal>> work(store::Connection &db, const PlanfixRequest &request, Outcome &outcome,
                                              const base::StopToken &stop);
    base::Result<std::optional<Refusal>> create(store::Connection &db, const PlanfixRequest &request, Outcome &outcome);
    base::Result<std::optional<Refusal>> remove(store::Connection &db, const PlanfixRequest &request, Outcome &outcome);
    base::Result<std::optional<Refusal>> import(store::Connection &db, const PlanfixRequest &request, Outcome &outcome,
                                                const base::StopToken &stop);
    base::Result<std::optional<Refusal>> update(store::Connection &db, const PlanfixRequest &request, Outcome &outcome);
    base::Result<std::variant<MailingList, Refusal>> openList(store::Connection &db, const PlanfixRequest &request, Outcome &outcome);

    store::Writer &m_writer;
    const base::Clock &m_clock;
    ForwardEffects m_effects;
    RefusalWords m_words;
};

} // namespace pfx::mailing
