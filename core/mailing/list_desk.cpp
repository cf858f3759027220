// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/list_desk.h"

#include "core/mailing/contact_intake.h"
#include "core/mailing/list_table.h"
#include "core/mailing/request_log.h"

namespace pfx::mailing {

using base::Result;
using store::Connection;

namespace {

constexpr qsizetype partSize = 5'000;
constexpr qsizetype longestListName = 500;
constexpr qsizetype longestAction = 60;

using Told = std::optional<Refusal>; ///< What stands in the way; nothing: done.

} // namespace

Result<std::variant<MailingList, Refusal>> ListDesk::openList(Connection &db, const PlanfixRequest &request, Outcome &outcome)
{
    const auto code = request.text("listId");
    if (const auto *refusal = std::get_if<Refusal>(&code))
        return *refusal;
    PFX_ASSIGN(const auto list, listByCode(db, std::get<QString>(code)));
    if (!list)
        return Refusal{Refused::ListNotFound, std::get<QString>(code)};
    outcome.record.listId = list->id;
    outcome.record.listName = list->name;
    return *list;
}

Result<Told> ListDesk::create(Connection &db, const PlanfixRequest &request, Outcome &outcome)
{
    auto name = request.text("listName");
    if (auto *refusal = std::get_if<Refusal>(&name))
        return *refusal;
    PFX_ASSIGN(const MailingList list, addList(db, std::get<QString>(name).left(longestListName), m_clock.nowMs()));
    outcome.listId = list.code;
    outcome.record.listId = list.id;
    outcome.record.listName = list.name;
    return Told();
}

Result<Told> ListDesk::remove(Connection &db, const PlanfixRequest &request, Outcome &outcome)
{
    PFX_ASSIGN(auto opened, openList(db, request, outcome));
    if (auto *refusal = std::get_if<Refusal>(&opened))
        return *refusal;
    const qint64 id = std::get<MailingList>(opened).id;
    PFX_TRY(deleteList(db, id, m_clock.nowMs()));
    PFX_TRY(m_effects.listChanged(db, id));
    return Told();
}

Result<Told> ListDesk::import(Connection &db, const PlanfixRequest &request, Outcome &outcome, const base::StopToken &stop)
{
    PFX_ASSIGN(auto opened, openList(db, request, outcome));
    if (auto *refusal = std::get_if<Refusal>(&opened))
        return *refusal;
    const MailingList &list = std::get<MailingList>(opened);
    if (list.deletedAt)
        return Refusal{Refused::ListDeleted, list.name};
    if (const auto fault = request.contactsFault())
        return *fault;
    PFX_TRY(touchList(db, list.id, m_clock.nowMs()));
    ContactIntake intake(list.id, m_clock.nowMs());
    PFX_TRY(request.forEachPart(
        partSize,
        [&](const std::vector<Contact> &part) -> Result<void> {
            if (stop.stop_requested())
                return base::fail(base::ErrorCode::Cancelled);
            return intake.take(db, part);
        },
        [&intake](ContactProblem::Kind kind, const QString &place, const QString &value) { intake.note(kind, place, value); }));
    outcome.record.counts = intake.counts();
    outcome.record.problems = intake.problems();
    PFX_TRY(m_effects.listChanged(db, list.id));
    return Told();
}

Result<Told> ListDesk::update(Connection &db, const PlanfixRequest &request, Outcome &outcome)
{
    const auto action = request.text("action");
    if (const auto *refusal = std::get_if<Refusal>(&action))
        return *refusal;
    const QString &word = std::get<QString>(action);
    if (word != QLatin1String("add") && word != QLatin1String("update") && word != QLatin1String("delete"))
        return Refusal{Refused::UnknownAction, word.left(longestAction)};
    outcome.record.action += QLatin1Char('.') + word;
    const auto given = request.contact();
    if (const auto *refusal = std::get_if<Refusal>(&given))
        return *refusal;
    const Contact &contact = std::get<Contact>(given);
    if (!contact.planfixId && contact.email.value_or(QString()).trimmed().isEmpty())
        return Refusal{Refused::MissingField, QStringLiteral("email")};
    PFX_ASSIGN(auto opened, openList(db, request, outcome));
    if (auto *refusal = std::get_if<Refusal>(&opened))
        return *refusal;
    const MailingList &list = std::get<MailingList>(opened);
    if (list.deletedAt && word != QLatin1String("delete"))
        return Refusal{Refused::ListDeleted, list.name};
    PFX_TRY(touchList(db, list.id, m_clock.nowMs()));
    ContactIntake intake(list.id, m_clock.nowMs());
    if (word == QLatin1String("delete")) {
        PFX_TRY(intake.remove(db, contact));
    } else {
        if (word == QLatin1String("update"))
            PFX_TRY(intake.adopt(db, contact, request.textOr("oldEmail")));
        PFX_TRY(intake.take(db, {contact}));
    }
    outcome.record.counts = intake.counts();
    outcome.record.problems = intake.problems();
    PFX_TRY(m_effects.listChanged(db, list.id));
    return Told();
}

Result<Told> ListDesk::work(Connection &db, const PlanfixRequest &request, Outcome &outcome, const base::StopToken &stop)
{
    if (const auto fault = request.fault())
        return *fault;
    if (request.action() == QLatin1String("createList"))
        return create(db, request, outcome);
    if (request.action() == QLatin1String("deleteList"))
        return remove(db, request, outcome);
    if (request.action() == QLatin1String("importContacts"))
        return import(db, request, outcome, stop);
    if (request.action() == QLatin1String("updateContact"))
        return update(db, request, outcome);
    return Refusal{Refused::UnknownAction, request.action().left(longestAction)};
}

Result<Outcome> ListDesk::handle(const PlanfixRequest &request, const QString &remote, const base::StopToken &stop)
{
    Outcome outcome;
    const qint64 began = m_clock.monotonicMs();
    const store::Writer::Job job = [&](Connection &db) -> Result<void> {
        outcome = {};
        outcome.record.at = m_clock.nowMs();
        outcome.record.action = request.action().left(longestAction);
        outcome.record.remote = remote;
        PFX_ASSIGN(outcome.refusal, work(db, request, outcome, stop));
        if (outcome.refusal)
            outcome.record.error = m_words(*outcome.refusal);
        outcome.record.durationMs = m_clock.monotonicMs() - began;
        return addRequest(db, outcome.record);
    };
    // A large import has its transaction to itself, so that nobody's small request waits for its end within the same group.
    const bool large = request.action() == QLatin1String("importContacts");
    PFX_TRY(large ? m_writer.runAlone(job) : m_writer.run(job));
    return outcome;
}

} // namespace pfx::mailing
