// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/texts.h"

#include <QCoreApplication>
#include <QHash>

namespace pfx::texts {

namespace {

const QHash<QString, const char *> &descriptions()
{
    static const QHash<QString, const char *> all{
        {QStringLiteral("server.enabled"), QT_TRANSLATE_NOOP("Settings", "Whether the window serves requests from outside too")},
        {QStringLiteral("server.listen"), QT_TRANSLATE_NOOP("Settings", "Address and port of the embedded server")},
        {QStringLiteral("server.tls-cert"), QT_TRANSLATE_NOOP("Settings", "File with the server's certificate (PEM)")},
        {QStringLiteral("server.tls-key"), QT_TRANSLATE_NOOP("Settings", "File with the key of the certificate (PEM)")},
        {QStringLiteral("server.public-url"), QT_TRANSLATE_NOOP("Settings", "Address under which the server is reached from outside")},
        {QStringLiteral("server.trusted-proxies"),
         QT_TRANSLATE_NOOP("Settings", "Proxies whose word about the caller's address is believed, separated by commas")},
        {QStringLiteral("journal.keep-bodies-days"), QT_TRANSLATE_NOOP("Settings", "How many days requests are kept whole, for repeating them")},
        {QStringLiteral("journal.keep-days"), QT_TRANSLATE_NOOP("Settings", "How many days the journal is kept")},
        {QStringLiteral("exchange.retry-base-ms"), QT_TRANSLATE_NOOP("Settings", "First pause before a failed request is repeated, in ms")},
        {QStringLiteral("planfix.account"), QT_TRANSLATE_NOOP("Settings", "Planfix account: its name or address")},
        {QStringLiteral("planfix.requests-per-second"), QT_TRANSLATE_NOOP("Settings", "Most requests to Planfix in a second, of all programs together")},
        {QStringLiteral("planfix.order-template"), QT_TRANSLATE_NOOP("Settings", "Number of the task template for orders")},
        {QStringLiteral("planfix.order-fields"), QT_TRANSLATE_NOOP("Settings", "Which field of an order goes into which custom field of the task")},
        {QStringLiteral("planfix.contact-template"),
         QT_TRANSLATE_NOOP("Settings", "Number of the contact template for new clients; the account's first one when empty")},
        {QStringLiteral("planfix.look-seconds"),
         QT_TRANSLATE_NOOP("Settings", "How often changed tasks are looked for when no webhook says so, in seconds; 0: never")},
        {QStringLiteral("orders.task-name"), QT_TRANSLATE_NOOP("Settings", "Name of an order's task, with variables")},
        {QStringLiteral("orders.statuses"), QT_TRANSLATE_NOOP("Settings", "Which status of an order is which status of the task")},
        {QStringLiteral("orders.assignees"), QT_TRANSLATE_NOOP("Settings", "Who gets the tasks of orders: numbers of employees, separated by commas")},
        {QStringLiteral("orders.adopt-tasks"),
         QT_TRANSLATE_NOOP("Settings", "A task of the orders' template that was made in Planfix becomes an order here")},
        {QStringLiteral("orders.callback-url"), QT_TRANSLATE_NOOP("Settings", "Address of the company's site that is told of changed orders")},
        {QStringLiteral("mailing.forward.<name>.driver"),
         QT_TRANSLATE_NOOP("Settings", "Kind of the mailing service to which lists are forwarded: listmonk or unisender")},
        {QStringLiteral("mailing.forward.<name>.url"), QT_TRANSLATE_NOOP("Settings", "Address of that mailing service")},
        {QStringLiteral("sms.provider"),
         QT_TRANSLATE_NOOP("Settings", "Through whom messages are sent: names of providers in their order, separated by commas")},
        {QStringLiteral("sms.duplicate-window"),
         QT_TRANSLATE_NOOP("Settings", "Seconds in which an equal message is taken for a repetition; 0: never")},
        {QStringLiteral("sms.senders"),
         QT_TRANSLATE_NOOP("Settings", "Allowed sender names, as a JSON list; all when empty")},
        {QStringLiteral("sms.stop-list"),
         QT_TRANSLATE_NOOP("Settings", "Numbers that are never written to, as a JSON list")},
        {QStringLiteral("sms.quiet-hours"),
         QT_TRANSLATE_NOOP("Settings", "Hours by the recipient's clock in which messages wait, for example 21:00-09:00")},
        {QStringLiteral("sms.zone"),
         QT_TRANSLATE_NOOP("Settings", "Time zone of numbers that do not tell theirs")},
        {QStringLiteral("sms.in-doubt"),
         QT_TRANSLATE_NOOP("Settings", "What becomes of a message whose provider's answer was lost and cannot be looked up: hold or resend")},
        {QStringLiteral("sms.validity-hours"),
         QT_TRANSLATE_NOOP("Settings", "Hours after which a message is no longer sent")},
        {QStringLiteral("sms.longest-parts"),
         QT_TRANSLATE_NOOP("Settings", "Most parts of one message")},
        {QStringLiteral("sms.limit-recipient-day"),
         QT_TRANSLATE_NOOP("Settings", "Most messages to one number in a day; 0: no limit")},
        {QStringLiteral("sms.limit-day"),
         QT_TRANSLATE_NOOP("Settings", "Most messages in a day; 0: no limit")},
        {QStringLiteral("sms.limit-credential-minute"),
         QT_TRANSLATE_NOOP("Settings", "Most messages of one login or key in a minute; 0: no limit")},
        {QStringLiteral("sms.retry-base-ms"),
         QT_TRANSLATE_NOOP("Settings", "First pause before a message is tried again, in ms")},
        {QStringLiteral("sms.poll-seconds"),
         QT_TRANSLATE_NOOP("Settings", "How soon a provider is asked for a message's state, in seconds")},
        {QStringLiteral("sms.low-balance"),
         QT_TRANSLATE_NOOP("Settings", "A balance below this is an alarm; 0: none")},
        {QStringLiteral("sms.comment-delivery"),
         QT_TRANSLATE_NOOP("Settings", "What became of a message is told in the task that it came from")},
        {QStringLiteral("provider.<name>.driver"),
         QT_TRANSLATE_NOOP("Settings", "Kind of the provider")},
        {QStringLiteral("provider.<name>.url"),
         QT_TRANSLATE_NOOP("Settings", "Address of the provider; its usual one when empty")},
        {QStringLiteral("provider.<name>.rate"),
         QT_TRANSLATE_NOOP("Settings", "Most messages a second; the provider's usual pace when 0")},
        {QStringLiteral("provider.<name>.price"),
         QT_TRANSLATE_NOOP("Settings", "What a part of a message costs at this provider; 0: not known")},
        {QStringLiteral("provider.<name>.paused"),
         QT_TRANSLATE_NOOP("Settings", "The provider takes nothing until this is switched off")},
        {QStringLiteral("provider.<name>.when"),
         QT_TRANSLATE_NOOP("Settings", "Conditions on the messages that go through this provider")},
        {QStringLiteral("provider.<name>.senders"),
         QT_TRANSLATE_NOOP("Settings", "Which sender is called how at this provider")},
        {QStringLiteral("provider.<name>.options"),
         QT_TRANSLATE_NOOP("Settings", "Further options of the provider, as a JSON object")},
    };
    return all;
}

} // namespace

QString setting(const QString &key)
{
    const char *description = descriptions().value(key);
    return description ? QCoreApplication::translate("Settings", description) : QString();
}

} // namespace pfx::texts
