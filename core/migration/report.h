// SPDX-License-Identifier: GPL-3.0-or-later
// What an import run did: counters, problems, rows with their decisions. Values; the JSON form is that of `pfxctl import show`.
#pragma once

#include "core/base/error.h"
#include "core/records/record_source.h"
#include "core/records/records.h"

#include <algorithm>
#include <array>

namespace pfx::migration {

enum class RunState { Running, Paused, Finished, Stopped, Failed, Undone };
enum class Decision { Created, Updated, Skipped, Failed };
enum class Severity { Warning, Error };

/// Why a row was decided as it was. The names (snake_case) stand in the store and in JSON; texts are made in core/texts.
enum class Reason {
    New,               ///< nothing like it was known
    SameOrigin,        ///< the same record of the same account was imported before
    SamePhone,         ///< a contact or company with this phone: `matched`
    SameEmail,
    SameTitle,         ///< a company of the same normalised name
    SameName,          ///< a pipeline or stage of the same name
    RepeatedInFile,    ///< an earlier row of this file: its place in `matched`
    NothingToUpdate,   ///< update was asked for, but nothing differs
    Changed,           ///< fields were updated
    Unreadable,        ///< the row is malformed; the problem says where
    Ambiguous,         ///< two different stored records match
    DeletedInSource,   ///< the source says that it was deleted there
    RecurringTemplate, ///< a template of recurring deals, no deal
    OriginConflict,    ///< same origin but no name, phone or e-mail in common
};

/// What was noticed about a row. The names (snake_case) are those of CONTRACT §3.
enum class ProblemCode {
    RowUnreadable,       // error
    AmbiguousDuplicate,  // error: two stored records match
    OriginConflict,      // error
    ContactNotFound,     // warning: «Контакт не найден»
    ContactAmbiguous,    // warning
    CompanyNotFound,     // warning
    CompanyAmbiguous,    // warning
    StageNotFound,       // warning
    PipelineNotFound,    // warning
    EmployeeNotFound,    // warning: the default one was taken
    PhoneNotUnderstood,  // warning: kept as written
    EmailNotUnderstood,  // warning
    AmountNotUnderstood, // warning
    DateNotUnderstood,   // warning
    TooManyPoints,       // warning
    OtherName,           // warning: taken for a record of another name, by its phone or e-mail
    SharedPoint,         // warning: a company of another name has the phone or e-mail; not merged
    MoreWarnings,        // warning: so many more of the same row
    SectionUnknown,      // warning: records of the file that nobody reads
    ChangedSince,        // warning of an undo: left alone
};

QString name(RunState value);
QString name(Decision value);
QString name(Severity value);
QString name(Reason value);
QString name(ProblemCode value);
std::optional<RunState> runStateFromName(QStringView name);
std::optional<Decision> decisionFromName(QStringView name);
std::optional<Reason> reasonFromName(QStringView name);
std::optional<ProblemCode> problemCodeFromName(QStringView name);

struct Counters
{
    qint64 read = 0, created = 0, updated = 0, skipped = 0, failed = 0;

    bool operator==(const Counters &) const = default;
};

struct Problem
{
    records::Kind kind = records::Kind::Contact;
    QString externalId;
    QString place;           ///< "contacts[3]"
    Severity severity = Severity::Warning;
    ProblemCode code = ProblemCode::RowUnreadable;
    QStringList arguments;   ///< What the text needs: the contact's id, the stage's name, the path…
    qint64 rowNo = 0;
    qint64 number = 0;       ///< Within the run, from 1, as runs::problems gives it; 0 elsewhere.

    bool operator==(const Problem &) const = default;
};

struct RunReport
{
    qint64 run = 0;
    records::System source = records::System::Amocrm;
    QString mode = QStringLiteral("file");
    QString account, path;
    bool dryRun = false;
    RunState state = RunState::Running;
    bool undoBegun = false;           ///< An undo was begun and is not at its end: it can be gone on with, the import cannot.
    Counters contacts, companies, deals, pipelines, stages;
    qint64 problemCount = 0;          ///< All of them; `problems` may hold only the first ones.
    QVector<Problem> problems;
    std::optional<base::Error> error; ///< Why the run failed or stopped.
    qint64 startedAt = 0, finishedAt = 0;
    qint64 elapsedMs = 0;

    Counters total() const;
    /// Of the problems; the others are rows that failed, each with one.
    qint64 warningCount() const { return std::max<qint64>(0, problemCount - total().failed); }
};

/// One changed field of an update.
struct Difference
{
    QString field;  ///< "position", "phone", "owner"…
    QString before; ///< For people; empty when there was nothing.
    QString after;
};

struct RunRow
{
    qint64 rowNo = 0;
    records::Kind kind = records::Kind::Contact;
    QString externalId, place, title;
    QString summary;   ///< The first phone or e-mail, or the amount.
    Decision decision = Decision::Created;
    Reason reason = Reason::New;
    QStringList reasonArguments; ///< The matched phone, name or place.
    qint64 entityId = 0;
    qint64 matchedId = 0;
    QVector<Difference> differences; ///< Of an update; in a check also every field of a new record (rowsToldWhole).
};

} // namespace pfx::migration
