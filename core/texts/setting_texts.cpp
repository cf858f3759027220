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
