// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/planfix_texts.h"

#include "core/planfix/error_codes.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <iterator>

namespace pfx::texts {

namespace {

enum class Advice { Key, Right, Person, Account, Plan, Wait, Again, Value, Gone, Taken, Defect };

const char *words(Advice advice)
{
    switch (advice) {
    case Advice::Key:
        return QT_TRANSLATE_NOOP(
            "Planfix", "Check the key in Planfix: Account management → API access → REST API. Copy it anew or create another one.");
    case Advice::Right:
        return QT_TRANSLATE_NOOP(
            "Planfix", "Switch the right on in Planfix: Account management → API access → REST API, or check the address of the account.");
    case Advice::Person:
        return QT_TRANSLATE_NOOP("Planfix",
                                 "Give the employee of the key the access in Planfix, or make a key for a robot: it sees everything.");
    case Advice::Account:
        return QT_TRANSLATE_NOOP("Planfix",
                                 "Ask the owner of the account or the support of Planfix; requests go on by themselves afterwards.");
    case Advice::Plan:
        return QT_TRANSLATE_NOOP("Planfix", "Change the plan or its limits in Planfix, or go on without this feature.");
    case Advice::Wait:
        return QT_TRANSLATE_NOOP("Planfix", "Nothing is lost: the program goes on by itself when requests are allowed again.");
    case Advice::Again:
        return QT_TRANSLATE_NOOP("Planfix", "Try again a little later; if it does not pass, look at the exchange in the journal.");
    case Advice::Value:
        return QT_TRANSLATE_NOOP("Planfix",
                                 "Look in the journal which value was refused, correct it here or in the settings, and send again.");
    case Advice::Gone:
        return QT_TRANSLATE_NOOP("Planfix", "It may have been deleted in Planfix: check the number, or refresh the lists in the set-up.");
    case Advice::Taken:
        return QT_TRANSLATE_NOOP("Planfix", "Choose another value, or find in Planfix who has it already.");
    case Advice::Defect:
        return QT_TRANSLATE_NOOP(
            "Planfix", "Save the diagnostics and send them to the developers: the program made a request that Planfix cannot read.");
    }
    return "";
}

struct Row {
    int number;
    const char *message;
    Advice advice;
};

const Row rows[] = {
    {0, QT_TRANSLATE_NOOP("Planfix", "Planfix could not do it and does not say why"), Advice::Again},
    {1, QT_TRANSLATE_NOOP("Planfix", "Planfix does not know this key"), Advice::Key},
    {2, QT_TRANSLATE_NOOP("Planfix", "The key is switched off in Planfix"), Advice::Key},
    {5, QT_TRANSLATE_NOOP("Planfix", "The key lacks a right, or the address is wrong (Scope denied, method not allowed)"), Advice::Right},
    {6, QT_TRANSLATE_NOOP("Planfix", "The employee of the key may not do this in Planfix"), Advice::Person},
    {10, QT_TRANSLATE_NOOP("Planfix", "The Planfix account is blocked for spam"), Advice::Account},
    {11, QT_TRANSLATE_NOOP("Planfix", "The Planfix account is frozen"), Advice::Account},
    {16, QT_TRANSLATE_NOOP("Planfix", "The employee of the key is not active in Planfix"), Advice::Person},
    {20, QT_TRANSLATE_NOOP("Planfix", "The Planfix subscription is not paid"), Advice::Account},
    {21, QT_TRANSLATE_NOOP("Planfix", "The free plan of Planfix has no API"), Advice::Plan},
    {22, QT_TRANSLATE_NOOP("Planfix", "The quota of requests to Planfix is used up"), Advice::Wait},
    {23, QT_TRANSLATE_NOOP("Planfix", "The plan of Planfix does not allow more contacts"), Advice::Plan},
    {24, QT_TRANSLATE_NOOP("Planfix", "The plan of Planfix does not allow this"), Advice::Plan},
    {30, QT_TRANSLATE_NOOP("Planfix", "Planfix could not read the request"), Advice::Defect},
    {40, QT_TRANSLATE_NOOP("Planfix", "Planfix misses a value"), Advice::Value},
    {41, QT_TRANSLATE_NOOP("Planfix", "Planfix does not accept a value"), Advice::Value},
    {405, QT_TRANSLATE_NOOP("Planfix", "Planfix does not allow this call"), Advice::Right},
    {600, QT_TRANSLATE_NOOP("Planfix", "The item of the checklist is not there"), Advice::Gone},
    {601, QT_TRANSLATE_NOOP("Planfix", "The item of the checklist was not created"), Advice::Value},
    {602, QT_TRANSLATE_NOOP("Planfix", "The item of the checklist was not changed"), Advice::Value},
    {1000, QT_TRANSLATE_NOOP("Planfix", "The task is not there"), Advice::Gone},
    {1001, QT_TRANSLATE_NOOP("Planfix", "The task was not created"), Advice::Value},
    {1002, QT_TRANSLATE_NOOP("Planfix", "The task was not changed"), Advice::Value},
    {2000, QT_TRANSLATE_NOOP("Planfix", "The contact is not there"), Advice::Gone},
    {2001, QT_TRANSLATE_NOOP("Planfix", "The contact was not created"), Advice::Value},
    {2002, QT_TRANSLATE_NOOP("Planfix", "The contact was not changed"), Advice::Value},
    {2003, QT_TRANSLATE_NOOP("Planfix", "Access for a contact needs an e-mail"), Advice::Value},
    {2004, QT_TRANSLATE_NOOP("Planfix", "The e-mail is not one"), Advice::Value},
    {2005, QT_TRANSLATE_NOOP("Planfix", "Another login has this e-mail"), Advice::Taken},
    {2006, QT_TRANSLATE_NOOP("Planfix", "The name of the contact is empty"), Advice::Value},
    {3000, QT_TRANSLATE_NOOP("Planfix", "The project is not there"), Advice::Gone},
    {3001, QT_TRANSLATE_NOOP("Planfix", "The project was not created"), Advice::Value},
    {3002, QT_TRANSLATE_NOOP("Planfix", "The project was not changed"), Advice::Value},
    {4000, QT_TRANSLATE_NOOP("Planfix", "The employee is not there"), Advice::Gone},
    {4001, QT_TRANSLATE_NOOP("Planfix", "The employee was not created"), Advice::Value},
    {4002, QT_TRANSLATE_NOOP("Planfix", "The employee was not changed"), Advice::Value},
    {4003, QT_TRANSLATE_NOOP("Planfix", "Another employee has this e-mail"), Advice::Taken},
    {4004, QT_TRANSLATE_NOOP("Planfix", "The login is not acceptable"), Advice::Value},
    {4005, QT_TRANSLATE_NOOP("Planfix", "The login is taken"), Advice::Taken},
    {4006, QT_TRANSLATE_NOOP("Planfix", "The name of the employee is empty"), Advice::Value},
    {5000, QT_TRANSLATE_NOOP("Planfix", "The comment is not there"), Advice::Gone},
    {5001, QT_TRANSLATE_NOOP("Planfix", "The comment was not added"), Advice::Value},
    {5002, QT_TRANSLATE_NOOP("Planfix", "The comment was not changed"), Advice::Value},
    {6000, QT_TRANSLATE_NOOP("Planfix", "The data tag is not there"), Advice::Gone},
    {6001, QT_TRANSLATE_NOOP("Planfix", "The entry of the data tag was not added"), Advice::Value},
    {6002, QT_TRANSLATE_NOOP("Planfix", "The entry of the data tag was not changed"), Advice::Value},
    {6010, QT_TRANSLATE_NOOP("Planfix", "The entry of the data tag is not there"), Advice::Gone},
    {6011, QT_TRANSLATE_NOOP("Planfix", "The entry of the data tag was not added"), Advice::Value},
    {6012, QT_TRANSLATE_NOOP("Planfix", "The entry of the data tag was not changed"), Advice::Value},
    {6013, QT_TRANSLATE_NOOP("Planfix", "The entry of the data tag was not deleted"), Advice::Value},
    {7000, QT_TRANSLATE_NOOP("Planfix", "The file is not there"), Advice::Gone},
    {7001, QT_TRANSLATE_NOOP("Planfix", "The file was not added"), Advice::Value},
    {7002, QT_TRANSLATE_NOOP("Planfix", "The file is too large for the plan of Planfix"), Advice::Plan},
    {7003, QT_TRANSLATE_NOOP("Planfix", "The file was not deleted"), Advice::Value},
    {8000, QT_TRANSLATE_NOOP("Planfix", "The directory is not there"), Advice::Gone},
    {8010, QT_TRANSLATE_NOOP("Planfix", "The entry of the directory is not there"), Advice::Gone},
    {8011, QT_TRANSLATE_NOOP("Planfix", "The entry of the directory was not added"), Advice::Value},
    {8012, QT_TRANSLATE_NOOP("Planfix", "The entry of the directory was not changed"), Advice::Value},
    {8013, QT_TRANSLATE_NOOP("Planfix", "The entry of the directory was not deleted"), Advice::Value},
    {9000, QT_TRANSLATE_NOOP("Planfix", "The report is not there"), Advice::Gone},
    {9001, QT_TRANSLATE_NOOP("Planfix", "The plan of Planfix has no such report"), Advice::Plan},
    {9002, QT_TRANSLATE_NOOP("Planfix", "The report is being made already"), Advice::Again},
    {9003, QT_TRANSLATE_NOOP("Planfix", "Planfix does not know of this request for a report"), Advice::Again},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Planfix", text);
}

/// What Planfix itself said, behind "HTTP 400, code 41: ".
QString said(const base::Error &error)
{
    return error.detail.section(QStringLiteral(": "), 1).trimmed();
}

} // namespace

std::optional<ErrorText> planfixError(const base::Error &error)
{
    const auto number = planfix::remoteNumber(error);
    if (!number)
        return std::nullopt;
    const auto row = std::find_if(std::begin(rows), std::end(rows), [number](const Row &r) { return r.number == *number; });
    if (row == std::end(rows))
        return std::nullopt;
    QString message = tr(row->message);
    const bool saysMore = row->advice == Advice::Value || row->advice == Advice::Gone || row->advice == Advice::Again;
    if (const QString detail = said(error); saysMore && !detail.isEmpty())
        message += QStringLiteral(" (%1)").arg(detail);
    return ErrorText{message, tr(words(row->advice))};
}

QString scopeMeaning(const QString &scope)
{
    static const QHash<QString, const char *> meanings{
        {QStringLiteral("task_add"), QT_TRANSLATE_NOOP("Planfix", "creating tasks")},
        {QStringLiteral("task_readonly"), QT_TRANSLATE_NOOP("Planfix", "reading tasks")},
        {QStringLiteral("task_update"), QT_TRANSLATE_NOOP("Planfix", "changing tasks")},
        {QStringLiteral("contact_readonly"), QT_TRANSLATE_NOOP("Planfix", "reading contacts")},
        {QStringLiteral("contact_add"), QT_TRANSLATE_NOOP("Planfix", "creating contacts")},
        {QStringLiteral("contact_update"), QT_TRANSLATE_NOOP("Planfix", "changing contacts")},
        {QStringLiteral("user_readonly"), QT_TRANSLATE_NOOP("Planfix", "reading employees")},
        {QStringLiteral("comment_add"), QT_TRANSLATE_NOOP("Planfix", "adding comments")},
        {QStringLiteral("comment_readonly"), QT_TRANSLATE_NOOP("Planfix", "reading comments")},
    };
    const char *meaning = meanings.value(scope);
    return meaning ? tr(meaning) : QString();
}

QString scopeLine(const planfix::Scope &scope)
{
    const QString name = scope.otherName.isEmpty() ? scope.name : QStringLiteral("%1 (%2)").arg(scope.name, scope.otherName);
    return QStringLiteral("%1: %2").arg(name, scopeMeaning(scope.name));
}

QString whereScopesAre()
{
    return QCoreApplication::translate("Planfix", "Account management → API access → REST API");
}

QString text(planfix::Feature feature)
{
    switch (feature) {
    case planfix::Feature::Orders:
        return QCoreApplication::translate("Planfix", "orders become tasks");
    case planfix::Feature::OrderStatus:
        return QCoreApplication::translate("Planfix", "the status of an order and of its task follow each other");
    case planfix::Feature::ClientOfOrder:
        return QCoreApplication::translate("Planfix",
                                           "the client of an order as a contact (without it the client stands in the text of the task)");
    case planfix::Feature::Employees:
        return QCoreApplication::translate("Planfix", "the list of employees");
    case planfix::Feature::Comments:
        return QCoreApplication::translate("Planfix", "comments of tasks");
    }
    return {};
}

QString text(planfix::CheckStep step)
{
    switch (step) {
    case planfix::CheckStep::Reached:
        return QCoreApplication::translate("Planfix", "The address is reached");
    case planfix::CheckStep::IsPlanfix:
        return QCoreApplication::translate("Planfix", "It is Planfix");
    case planfix::CheckStep::KeyKnown:
        return QCoreApplication::translate("Planfix", "The key is known and active");
    case planfix::CheckStep::Scope:
        return QCoreApplication::translate("Planfix", "Right");
    case planfix::CheckStep::Templates:
        return QCoreApplication::translate("Planfix", "Task templates are read");
    case planfix::CheckStep::Statuses:
        return QCoreApplication::translate("Planfix", "Processes and statuses are read");
    case planfix::CheckStep::Fields:
        return QCoreApplication::translate("Planfix", "Custom fields are read");
    }
    return {};
}

} // namespace pfx::texts
