// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/report.h"

namespace pfx::migration {

namespace {

template<typename Value>
struct Named
{
    Value value;
    const char *name;
};

constexpr std::array<Named<RunState>, 6> runStates{{{RunState::Running, "running"},
                                                    {RunState::Paused, "paused"},
                                                    {RunState::Finished, "finished"},
                                                    {RunState::Stopped, "stopped"},
                                                    {RunState::Failed, "failed"},
                                                    {RunState::Undone, "undone"}}};

constexpr std::array<Named<Decision>, 4> decisions{{{Decision::Created, "created"},
                                                    {Decision::Updated, "updated"},
                                                    {Decision::Skipped, "skipped"},
                                                    {Decision::Failed, "failed"}}};

constexpr std::array<Named<Severity>, 2> severities{{{Severity::Warning, "warning"}, {Severity::Error, "error"}}};

constexpr std::array<Named<Reason>, 14> reasons{{{Reason::New, "new"},
                                                 {Reason::SameOrigin, "same_origin"},
                                                 {Reason::SamePhone, "same_phone"},
                                                 {Reason::SameEmail, "same_email"},
                                                 {Reason::SameTitle, "same_title"},
                                                 {Reason::SameName, "same_name"},
                                                 {Reason::RepeatedInFile, "repeated_in_file"},
                                                 {Reason::NothingToUpdate, "nothing_to_update"},
                                                 {Reason::Changed, "changed"},
                                                 {Reason::Unreadable, "unreadable"},
                                                 {Reason::Ambiguous, "ambiguous"},
                                                 {Reason::DeletedInSource, "deleted_in_source"},
                                                 {Reason::RecurringTemplate, "recurring_template"},
                                                 {Reason::OriginConflict, "origin_conflict"}}};

constexpr std::array<Named<ProblemCode>, 20> problemCodes{{{ProblemCode::RowUnreadable, "row_unreadable"},
                                                           {ProblemCode::AmbiguousDuplicate, "ambiguous_duplicate"},
                                                           {ProblemCode::OriginConflict, "origin_conflict"},
                                                           {ProblemCode::ContactNotFound, "contact_not_found"},
                                                           {ProblemCode::ContactAmbiguous, "contact_ambiguous"},
                                                           {ProblemCode::CompanyNotFound, "company_not_found"},
                                                           {ProblemCode::CompanyAmbiguous, "company_ambiguous"},
                                                           {ProblemCode::StageNotFound, "stage_not_found"},
                                                           {ProblemCode::PipelineNotFound, "pipeline_not_found"},
                                                           {ProblemCode::EmployeeNotFound, "employee_not_found"},
                                                           {ProblemCode::PhoneNotUnderstood, "phone_not_understood"},
                                                           {ProblemCode::EmailNotUnderstood, "email_not_understood"},
                                                           {ProblemCode::AmountNotUnderstood, "amount_not_understood"},
                                                           {ProblemCode::DateNotUnderstood, "date_not_understood"},
                                                           {ProblemCode::TooManyPoints, "too_many_points"},
                                                           {ProblemCode::OtherName, "other_name"},
                                                           {ProblemCode::SharedPoint, "shared_point"},
                                                           {ProblemCode::MoreWarnings, "more_warnings"},
                                                           {ProblemCode::SectionUnknown, "section_unknown"},
                                                           {ProblemCode::ChangedSince, "changed_since"}}};

template<typename Value, size_t N>
QString nameIn(const std::array<Named<Value>, N> &table, Value value)
{
    for (const auto &entry : table) {
        if (entry.value == value)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

template<typename Value, size_t N>
std::optional<Value> valueIn(const std::array<Named<Value>, N> &table, QStringView text)
{
    for (const auto &entry : table) {
        if (text == QLatin1String(entry.name))
            return entry.value;
    }
    return std::nullopt;
}

} // namespace

QString name(RunState value)
{
    return nameIn(runStates, value);
}

QString name(Decision value)
{
    return nameIn(decisions, value);
}

QString name(Severity value)
{
    return nameIn(severities, value);
}

QString name(Reason value)
{
    return nameIn(reasons, value);
}

QString name(ProblemCode value)
{
    return nameIn(problemCodes, value);
}

std::optional<RunState> runStateFromName(QStringView text)
{
    return valueIn(runStates, text);
}

std::optional<Decision> decisionFromName(QStringView text)
{
    return valueIn(decisions, text);
}

std::optional<Reason> reasonFromName(QStringView text)
{
    return valueIn(reasons, text);
}

std::optional<ProblemCode> problemCodeFromName(QStringView text)
{
    return valueIn(problemCodes, text);
}

Counters RunReport::total() const
{
    Counters sum;
    for (const Counters *part : {&contacts, &companies, &deals, &pipelines, &stages}) {
        sum.read += part->read;
        sum.created += part->created;
        sum.updated += part->updated;
        sum.skipped += part->skipped;
        sum.failed += part->failed;
    }
    return sum;
}

} // namespace pfx::migration
