// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/order_texts.h"

#include <QCoreApplication>
#include <QHash>

namespace pfx::texts {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Orders", text);
}

QString words(const server::Refusal &refusal)
{
    using server::RefusalCode;
    switch (refusal.code) {
    case RefusalCode::Malformed:
        return QCoreApplication::translate("Orders", "The request is not understood: %1").arg(refusal.detail);
    case RefusalCode::Unauthorized:
        return QCoreApplication::translate("Orders", "Wrong key, login or password");
    case RefusalCode::NotFound:
        return QCoreApplication::translate("Orders", "There is no such address");
    case RefusalCode::MethodNotAllowed:
        return QCoreApplication::translate("Orders", "This address is not called that way");
    case RefusalCode::TooSlow:
        return QCoreApplication::translate("Orders", "The request came too slowly");
    case RefusalCode::TooLarge:
        return QCoreApplication::translate("Orders", "The request is too large");
    case RefusalCode::WrongContentType:
        return QCoreApplication::translate("Orders", "The request is of the wrong type (Content-Type)");
    case RefusalCode::ExpectationFailed:
        return QCoreApplication::translate("Orders", "What the request expects cannot be fulfilled");
    case RefusalCode::TooMany:
        return QCoreApplication::translate("Orders", "Too many attempts; try later");
    case RefusalCode::NotImplemented:
        return QCoreApplication::translate("Orders", "This kind of request is not supported");
    case RefusalCode::Unavailable:
        return QCoreApplication::translate("Orders", "Cannot be stored now; try later");
    case RefusalCode::VersionNotSupported:
        return QCoreApplication::translate("Orders", "This version of HTTP is not supported");
    case RefusalCode::Internal:
        break;
    }
    return QCoreApplication::translate("Orders", "An error of the program");
}

} // namespace

orders::TaskWords taskWords()
{
    orders::TaskWords words;
    words.client = QCoreApplication::translate("Orders", "Client");
    words.phone = QCoreApplication::translate("Orders", "Phone");
    words.email = QCoreApplication::translate("Orders", "E-mail");
    words.address = QCoreApplication::translate("Orders", "Address");
    words.visit = QCoreApplication::translate("Orders", "Date and time of the visit");
    words.items = QCoreApplication::translate("Orders", "Services");
    words.total = QCoreApplication::translate("Orders", "Sum");
    words.comment = QCoreApplication::translate("Orders", "Comment");
    words.testOrder = QCoreApplication::translate("Orders", "This is a test order: it may be removed.");
    return words;
}

server::RefusalWords refusalWords()
{
    return words;
}

orders::Order testOrder(qint64 nowMs)
{
    constexpr qint64 day = 24 * 60 * 60 * 1000;
    orders::Order order;
    order.isTest = true;
    order.client.name = QCoreApplication::translate("Orders", "Test Client");
    order.client.phone = QStringLiteral("+7 900 000-00-00");
    order.address = QCoreApplication::translate("Orders", "12 Example Street");
    order.visitAt = nowMs - nowMs % day + day + 10 * 60 * 60 * 1000;
    order.items = {{QCoreApplication::translate("Orders", "Installing a socket"), QStringLiteral("2"), QStringLiteral("500")},
                   {QCoreApplication::translate("Orders", "Visit of an electrician"), QStringLiteral("1"), QStringLiteral("1000")}};
    order.total = QStringLiteral("2000");
    order.currency = QStringLiteral("RUB");
    order.comment = QCoreApplication::translate("Orders", "Made by Planfix Console to see that orders become tasks.");
    return order;
}

QString text(orders::Sync sync)
{
    switch (sync) {
    case orders::Sync::Agreed:
        return QCoreApplication::translate("Orders", "In Planfix");
    case orders::Sync::OnItsWay:
        return QCoreApplication::translate("Orders", "On its way");
    case orders::Sync::Held:
        return QCoreApplication::translate("Orders", "Waits for Planfix");
    case orders::Sync::Waiting:
        return QCoreApplication::translate("Orders", "Will be tried again");
    case orders::Sync::Attention:
        return QCoreApplication::translate("Orders", "Needs attention");
    case orders::Sync::Conflict:
        return QCoreApplication::translate("Orders", "Changed on both sides");
    }
    return {};
}

QString text(orders::Status status)
{
    switch (status) {
    case orders::Status::New:
        return QCoreApplication::translate("Orders", "New");
    case orders::Status::Confirmed:
        return QCoreApplication::translate("Orders", "Confirmed");
    case orders::Status::InProgress:
        return QCoreApplication::translate("Orders", "In progress");
    case orders::Status::Completed:
        return QCoreApplication::translate("Orders", "Completed");
    case orders::Status::Cancelled:
        return QCoreApplication::translate("Orders", "Cancelled");
    }
    return {};
}

QString text(orders::Source source)
{
    switch (source) {
    case orders::Source::Site:
        return QCoreApplication::translate("Orders", "Site");
    case orders::Source::File:
        return QCoreApplication::translate("Orders", "File");
    case orders::Source::Screen:
        return QCoreApplication::translate("Orders", "This program");
    case orders::Source::CommandLine:
        return QCoreApplication::translate("Orders", "Command line");
    case orders::Source::Planfix:
        return QCoreApplication::translate("Orders", "Planfix");
    }
    return {};
}

QString text(orders::Event event)
{
    switch (event) {
    case orders::Event::Added:
        return QCoreApplication::translate("Orders", "Order added");
    case orders::Event::Changed:
        return QCoreApplication::translate("Orders", "Changed here");
    case orders::Event::TaskCreated:
        return QCoreApplication::translate("Orders", "Task created");
    case orders::Event::TaskFound:
        return QCoreApplication::translate("Orders", "Task found: it had been created, but the answer was lost");
    case orders::Event::Sent:
        return QCoreApplication::translate("Orders", "Sent to the task");
    case orders::Event::Received:
        return QCoreApplication::translate("Orders", "Changed in Planfix");
    case orders::Event::ConflictFound:
        return QCoreApplication::translate("Orders", "Changed on both sides");
    case orders::Event::ConflictSettled:
        return QCoreApplication::translate("Orders", "Conflict settled");
    case orders::Event::TaskGone:
        return QCoreApplication::translate("Orders", "The task was deleted in Planfix");
    case orders::Event::FieldsDropped:
        return QCoreApplication::translate("Orders", "The task does not take these fields");
    }
    return {};
}

QString orderField(const QString &name)
{
    static const QHash<QString, const char *> names{
        {QStringLiteral("number"), QT_TRANSLATE_NOOP("Orders", "Number")},
        {QStringLiteral("client.name"), QT_TRANSLATE_NOOP("Orders", "Client")},
        {QStringLiteral("client.phone"), QT_TRANSLATE_NOOP("Orders", "Phone")},
        {QStringLiteral("client.email"), QT_TRANSLATE_NOOP("Orders", "E-mail")},
        {QStringLiteral("address"), QT_TRANSLATE_NOOP("Orders", "Address")},
        {QStringLiteral("visit_at"), QT_TRANSLATE_NOOP("Orders", "Date and time of the visit")},
        {QStringLiteral("items"), QT_TRANSLATE_NOOP("Orders", "Services")},
        {QStringLiteral("total"), QT_TRANSLATE_NOOP("Orders", "Sum")},
        {QStringLiteral("currency"), QT_TRANSLATE_NOOP("Orders", "Currency")},
        {QStringLiteral("comment"), QT_TRANSLATE_NOOP("Orders", "Comment")},
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("Orders", "Status")},
        {QStringLiteral("source"), QT_TRANSLATE_NOOP("Orders", "Source")},
    };
    const QString extra = QStringLiteral("extra.");
    if (name.startsWith(extra))
        return name.mid(extra.size());
    const char *text = names.value(name);
    return text ? tr(text) : name;
}

} // namespace pfx::texts
