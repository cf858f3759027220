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
        return tr("The request is not understood: %1").arg(refusal.detail);
    case RefusalCode::Unauthorized:
        return tr("Wrong key, login or password");
    case RefusalCode::NotFound:
        return tr("There is no such address");
    case RefusalCode::MethodNotAllowed:
        return tr("This address is not called that way");
    case RefusalCode::TooSlow:
        return tr("The request came too slowly");
    case RefusalCode::TooLarge:
        return tr("The request is too large");
    case RefusalCode::WrongContentType:
        return tr("The request is of the wrong type (Content-Type)");
    case RefusalCode::ExpectationFailed:
        return tr("What the request expects cannot be fulfilled");
    case RefusalCode::TooMany:
        return tr("Too many attempts; try later");
    case RefusalCode::NotImplemented:
        return tr("This kind of request is not supported");
    case RefusalCode::Unavailable:
        return tr("Cannot be stored now; try later");
    case RefusalCode::VersionNotSupported:
        return tr("This version of HTTP is not supported");
    case RefusalCode::Internal:
        break;
    }
    return tr("An error of the program");
}

} // namespace

orders::TaskWords taskWords()
{
    orders::TaskWords words;
    words.client = tr("Client");
    words.phone = tr("Phone");
    words.email = tr("E-mail");
    words.address = tr("Address");
    words.visit = tr("Date and time of the visit");
    words.items = tr("Services");
    words.total = tr("Sum");
    words.comment = tr("Comment");
    words.testOrder = tr("This is a test order: it may be removed.");
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
    order.client.name = tr("Test Client");
    order.client.phone = QStringLiteral("+7 900 000-00-00");
    order.address = tr("12 Example Street");
    order.visitAt = nowMs - nowMs % day + day + 10 * 60 * 60 * 1000;
    order.items = {{tr("Installing a socket"), QStringLiteral("2"), QStringLiteral("500")},
                   {tr("Visit of an electrician"), QStringLiteral("1"), QStringLiteral("1000")}};
    order.total = QStringLiteral("2000");
    order.currency = QStringLiteral("RUB");
    order.comment = tr("Made by Planfix Console to see that orders become tasks.");
    return order;
}

QString text(orders::Sync sync)
{
    switch (sync) {
    case orders::Sync::Agreed:
        return tr("In Planfix");
    case orders::Sync::OnItsWay:
        return tr("On its way");
    case orders::Sync::Held:
        return tr("Waits for Planfix");
    case orders::Sync::Waiting:
        return tr("Will be tried again");
    case orders::Sync::Attention:
        return tr("Needs attention");
    case orders::Sync::Conflict:
        return tr("Changed on both sides");
    }
    return {};
}

QString text(orders::Status status)
{
    switch (status) {
    case orders::Status::New:
        return tr("New");
    case orders::Status::Confirmed:
        return tr("Confirmed");
    case orders::Status::InProgress:
        return tr("In progress");
    case orders::Status::Completed:
        return tr("Completed");
    case orders::Status::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString text(orders::Source source)
{
    switch (source) {
    case orders::Source::Site:
        return tr("Site");
    case orders::Source::File:
        return tr("File");
    case orders::Source::Screen:
        return tr("This program");
    case orders::Source::CommandLine:
        return tr("Command line");
    case orders::Source::Planfix:
        return tr("Planfix");
    }
    return {};
}

QString text(orders::Event event)
{
    switch (event) {
    case orders::Event::Added:
        return tr("Order added");
    case orders::Event::Changed:
        return tr("Changed here");
    case orders::Event::TaskCreated:
        return tr("Task created");
    case orders::Event::TaskFound:
        return tr("Task found: it had been created, but the answer was lost");
    case orders::Event::Sent:
        return tr("Sent to the task");
    case orders::Event::Received:
        return tr("Changed in Planfix");
    case orders::Event::ConflictFound:
        return tr("Changed on both sides");
    case orders::Event::ConflictSettled:
        return tr("Conflict settled");
    case orders::Event::TaskGone:
        return tr("The task was deleted in Planfix");
    case orders::Event::FieldsDropped:
        return tr("The task does not take these fields");
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
