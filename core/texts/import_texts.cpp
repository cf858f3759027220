// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/problem_words.h"
#include "core/texts/technical.h"
#include "core/texts/texts.h"

#include <QCoreApplication>

namespace pfx::texts {

namespace {

using migration::Decision;
using migration::Phase;
using migration::Problem;
using migration::ProblemCode;
using migration::Reason;
using migration::RunState;
using records::Kind;

/// No switch has a default, so that the compiler names a value without words.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Import)

public:
    static QString kind(Kind value)
    {
        switch (value) {
        case Kind::Employee:
            return tr("User");
        case Kind::Pipeline:
            return tr("Pipeline");
        case Kind::Stage:
            return tr("Stage");
        case Kind::Company:
            return tr("Company");
        case Kind::Contact:
            return tr("Contact");
        case Kind::Deal:
            return tr("Deal");
        }
        return {};
    }

    static QString state(RunState value)
    {
        switch (value) {
        case RunState::Running:
            return tr("Running");
        case RunState::Paused:
            return tr("Paused");
        case RunState::Finished:
            return tr("Import finished");
        case RunState::Stopped:
            return tr("Stopped");
        case RunState::Failed:
            return tr("Failed");
        case RunState::Undone:
            return tr("Undone");
        }
        return {};
    }

    static QString decision(Decision value)
    {
        switch (value) {
        case Decision::Created:
            return tr("Created");
        case Decision::Updated:
            return tr("Updated");
        case Decision::Skipped:
            return tr("Skipped");
        case Decision::Failed:
            return tr("Not imported");
        }
        return {};
    }

    static QString phase(Phase value)
    {
        switch (value) {
        case Phase::Inspecting:
            return tr("Checking the file");
        case Phase::Employees:
            return tr("Users");
        case Phase::Pipelines:
            return tr("Pipelines");
        case Phase::Companies:
            return tr("Companies");
        case Phase::Contacts:
            return tr("Contacts");
        case Phase::Deals:
            return tr("Deals");
        case Phase::Finishing:
            return tr("Finishing");
        }
        return {};
    }

    static QString problem(ProblemCode value)
    {
        switch (value) {
        case ProblemCode::RowUnreadable:
            return tr("Row not readable");
        case ProblemCode::AmbiguousDuplicate:
            return tr("Two duplicates at once");
        case ProblemCode::OriginConflict:
            return tr("Same number, another person");
        case ProblemCode::ContactNotFound:
            return tr("Contact not found");
        case ProblemCode::ContactAmbiguous:
            return tr("Several contacts fit");
        case ProblemCode::CompanyNotFound:
            return tr("Company not found");
        case ProblemCode::CompanyAmbiguous:
            return tr("Several companies fit");
        case ProblemCode::StageNotFound:
            return tr("Stage not found");
        case ProblemCode::PipelineNotFound:
            return tr("Pipeline not found");
        case ProblemCode::EmployeeNotFound:
            return tr("Owner not found");
        case ProblemCode::PhoneNotUnderstood:
            return tr("Phone not understood");
        case ProblemCode::EmailNotUnderstood:
            return tr("E-mail not understood");
        case ProblemCode::AmountNotUnderstood:
            return tr("Amount not understood");
        case ProblemCode::DateNotUnderstood:
            return tr("Date not understood");
        case ProblemCode::TooManyPoints:
            return tr("Too many phones and e-mails");
        case ProblemCode::OtherName:
            return tr("Same phone or e-mail, another name");
        case ProblemCode::SharedPoint:
            return tr("Another company has this phone or e-mail");
        case ProblemCode::MoreWarnings:
            return tr("More warnings about the record");
        case ProblemCode::SectionUnknown:
            return tr("Section of the file not known");
        case ProblemCode::ChangedSince:
            return tr("Changed since the import");
        }
        return {};
    }

    /// What became of the row.
    static QString consequence(ProblemCode value)
    {
        switch (value) {
        case ProblemCode::RowUnreadable:
            return tr("The row was not imported.");
        case ProblemCode::AmbiguousDuplicate:
            return tr("Two different stored records match; nothing was guessed and the row was not imported.");
        case ProblemCode::OriginConflict:
            return tr("A record of the same origin has no name, phone or e-mail in common with it; the row was not imported.");
        case ProblemCode::ContactNotFound:
            return tr("The deal was imported without this contact.");
        case ProblemCode::ContactAmbiguous:
            return tr("Nothing was guessed: the deal was imported without this contact.");
        case ProblemCode::CompanyNotFound:
            return tr("The record was imported without the company.");
        case ProblemCode::CompanyAmbiguous:
            return tr("Nothing was guessed: the record was imported without the company.");
        case ProblemCode::StageNotFound:
            return tr("A placeholder stage was made for it.");
        case ProblemCode::PipelineNotFound:
            return tr("A placeholder pipeline was made for it.");
        case ProblemCode::EmployeeNotFound:
            return tr("The default user became the owner.");
        case ProblemCode::PhoneNotUnderstood:
        case ProblemCode::EmailNotUnderstood:
            return tr("It was kept as it is written.");
        case ProblemCode::AmountNotUnderstood:
            return tr("The deal was imported without an amount.");
        case ProblemCode::DateNotUnderstood:
            return tr("The record was imported without this date.");
        case ProblemCode::TooManyPoints:
            return tr("Only the first ones were kept.");
        case ProblemCode::OtherName:
            return tr("The row was taken for this record; the row itself is kept with the import.");
        case ProblemCode::SharedPoint:
            return tr("Their names differ, so they were not merged: the company was imported by itself.");
        case ProblemCode::MoreWarnings:
            return tr("Only the first hundred are listed.");
        case ProblemCode::SectionUnknown:
            return tr("Its records were not imported.");
        case ProblemCode::ChangedSince:
            return tr("It was left as it is now.");
        }
        return {};
    }

    static QString found(const QString &by) { return tr("Fields are updated, the same %1").arg(by); }
    static QString anotherDeal() { return tr("Same number in the source, but another deal"); }

    static QString reason(Reason value)
    {
        switch (value) {
        case Reason::New:
            return tr("Nothing like it was known");
        case Reason::SameOrigin:
            return tr("The same record was imported before");
        case Reason::SamePhone:
            return tr("The same phone");
        case Reason::SameEmail:
            return tr("The same e-mail");
        case Reason::SameTitle:
            return tr("A company of the same name");
        case Reason::SameName:
            return tr("The same name");
        case Reason::RepeatedInFile:
            return tr("Stands earlier in the same file");
        case Reason::NothingToUpdate:
            return tr("There is nothing to update");
        case Reason::Changed:
            return tr("Fields were updated");
        case Reason::Unreadable:
            return tr("Row not readable");
        case Reason::Ambiguous:
            return tr("Two different stored records match");
        case Reason::DeletedInSource:
            return tr("It was deleted in the source");
        case Reason::RecurringTemplate:
            return tr("A template of recurring deals");
        case Reason::OriginConflict:
            return tr("Same number in the source, but no name, phone or e-mail in common");
        }
        return {};
    }
};

QString joined(const QStringList &arguments)
{
    QStringList parts;
    for (const QString &argument : arguments) {
        if (!argument.isEmpty())
            parts.append(technical(argument));
    }
    return parts.join(QStringLiteral(", "));
}

/// "contacts[3].phones[0]: ожидался текст": the place comes first, the exact path when the arguments know it.
QString failedRow(const Problem &problem)
{
    QStringList arguments = problem.arguments;
    QString where = problem.place;
    if (!arguments.isEmpty() && !where.isEmpty() && arguments.first().startsWith(where))
        where = arguments.takeFirst();
    QString text = Words::problem(problem.code);
    const QString details = joined(arguments);
    if (!details.isEmpty())
        text += QStringLiteral(": ") + details;
    if (!where.isEmpty())
        text = QStringLiteral("%1: %2").arg(place(where), text);
    return QStringLiteral("%1. %2").arg(text, Words::consequence(problem.code));
}

} // namespace

QString text(records::Kind kind)
{
    return Words::kind(kind);
}

QString text(migration::RunState state)
{
    return Words::state(state);
}

QString text(migration::Decision decision)
{
    return Words::decision(decision);
}

QString text(migration::Phase phase)
{
    return Words::phase(phase);
}

QString text(migration::ProblemCode code)
{
    return Words::problem(code);
}

QString text(const migration::Problem &problem)
{
    if (problem.severity == migration::Severity::Error)
        return failedRow(problem);
    QStringList arguments = problem.arguments;
    const bool keeps = !arguments.isEmpty() && (arguments.last() == migration::words::keepsContacts() || arguments.last() == migration::words::keepsCompany());
    const QString consequence = keeps ? technical(arguments.takeLast()) : Words::consequence(problem.code);
    const QString details = joined(arguments);
    const QString head = details.isEmpty() ? Words::problem(problem.code)
                                           : QStringLiteral("%1: %2").arg(Words::problem(problem.code), details);
    return QStringLiteral("%1. %2").arg(head, consequence);
}

QString reason(const migration::RunRow &row)
{
    const QString details = joined(row.reasonArguments);
    if (row.reason == Reason::Changed && !details.isEmpty())
        return Words::found(details);
    if (row.reason == Reason::OriginConflict && row.kind == records::Kind::Deal)
        return Words::anotherDeal();
    return details.isEmpty() ? Words::reason(row.reason) : QStringLiteral("%1: %2").arg(Words::reason(row.reason), details);
}

} // namespace pfx::texts
