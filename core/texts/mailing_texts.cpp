// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/mailing_texts.h"

#include <QCoreApplication>
#include <QHash>

namespace pfx::texts {

namespace {

QString words(const mailing::Refusal &refusal)
{
    using mailing::Refused;
    switch (refusal.why) {
    case Refused::NotJson:
        return QCoreApplication::translate("Mailing", "The request is not JSON (byte %1)").arg(refusal.detail);
    case Refused::WrongToken:
        return QCoreApplication::translate("Mailing", "Wrong token");
    case Refused::UnknownAction:
        return QCoreApplication::translate("Mailing", "Unknown action: %1").arg(refusal.detail);
    case Refused::MissingField:
        return QCoreApplication::translate("Mailing", "The field %1 is missing").arg(refusal.detail);
    case Refused::WrongField:
        return QCoreApplication::translate("Mailing", "The field %1 is of the wrong type").arg(refusal.detail);
    case Refused::DoubleField:
        return QCoreApplication::translate("Mailing", "The field %1 is given twice").arg(refusal.detail);
    case Refused::ListNotFound:
        return QCoreApplication::translate("Mailing", "The list is not found");
    case Refused::ListDeleted:
        return QCoreApplication::translate("Mailing", "The list “%1” has been deleted").arg(refusal.detail);
    case Refused::NotStored:
        break;
    }
    return QCoreApplication::translate("Mailing", "Cannot be stored now; try later");
}

} // namespace

mailing::RefusalWords mailingRefusals()
{
    return words;
}

mailing::UnsubscribeWords unsubscribeWords()
{
    mailing::UnsubscribeWords words;
    words.language = QCoreApplication::translate("Mailing", "en", "code of the language");
    words.title = QCoreApplication::translate("Mailing", "Mailings");
    words.question = QCoreApplication::translate("Mailing", "No more letters to %1?");
    words.button = QCoreApplication::translate("Mailing", "Unsubscribe");
    words.done = QCoreApplication::translate("Mailing", "%1 is unsubscribed.");
    words.doneHint = QCoreApplication::translate("Mailing", "A letter that is already on its way may still arrive.");
    return words;
}

QString text(mailing::Reason reason)
{
    switch (reason) {
    case mailing::Reason::Unsubscribed:
        return QCoreApplication::translate("Mailing", "Unsubscribed");
    case mailing::Reason::Bounced:
        return QCoreApplication::translate("Mailing", "Letters come back");
    case mailing::Reason::Complained:
        return QCoreApplication::translate("Mailing", "Complained");
    case mailing::Reason::Manual:
        return QCoreApplication::translate("Mailing", "By hand");
    }
    return {};
}

QString text(mailing::Standing standing)
{
    switch (standing) {
    case mailing::Standing::Writable:
        return QCoreApplication::translate("Mailing", "Is written to");
    case mailing::Standing::Suppressed:
        return QCoreApplication::translate("Mailing", "Is not written to");
    case mailing::Standing::NoAddress:
        return QCoreApplication::translate("Mailing", "No address");
    case mailing::Standing::SharedAddress:
        return QCoreApplication::translate("Mailing", "Shared address");
    }
    return {};
}

QString text(mailing::ContactProblem::Kind kind)
{
    switch (kind) {
    case mailing::ContactProblem::Kind::BadAddress:
        return QCoreApplication::translate("Mailing", "Not an e-mail address");
    case mailing::ContactProblem::Kind::NothingToKnowBy:
        return QCoreApplication::translate("Mailing", "Neither number nor address");
    case mailing::ContactProblem::Kind::BadId:
        return QCoreApplication::translate("Mailing", "The contact's number is not one");
    case mailing::ContactProblem::Kind::NameCut:
        return QCoreApplication::translate("Mailing", "The name is longer than 1,000 characters and was cut");
    case mailing::ContactProblem::Kind::NotAnObject:
        return QCoreApplication::translate("Mailing", "Not a contact");
    }
    return {};
}

QString mailingAction(const QString &action)
{
    static const QHash<QString, const char *> names{
        {QStringLiteral("createList"), QT_TRANSLATE_NOOP("Mailing", "New list")},
        {QStringLiteral("deleteList"), QT_TRANSLATE_NOOP("Mailing", "List deleted")},
        {QStringLiteral("importContacts"), QT_TRANSLATE_NOOP("Mailing", "Contacts brought in")},
        {QStringLiteral("updateContact.add"), QT_TRANSLATE_NOOP("Mailing", "Contact added")},
        {QStringLiteral("updateContact.update"), QT_TRANSLATE_NOOP("Mailing", "Contact changed")},
        {QStringLiteral("updateContact.delete"), QT_TRANSLATE_NOOP("Mailing", "Contact taken out")},
    };
    const char *const known = names.value(action);
    return known ? QCoreApplication::translate("Mailing", known) : action;
}

} // namespace pfx::texts
