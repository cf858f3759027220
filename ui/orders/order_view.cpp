// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_view.h"

#include "core/base/phone.h"
#include "core/texts/order_texts.h"
#include "ui/common/formatting.h"
#include "ui/common/test_order.h"
#include "ui/orders/order_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace pfx::ui {

using orders::Event;
using orders::HistoryEntry;
using orders::Order;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OrderView)
};

QString phoneText(const QString &phone)
{
    const auto known = base::normalizePhone(phone);
    return known && known->extension.isEmpty() ? base::formatPhone(known->e164) : phone;
}

void add(OrderSection &section, const char *field, const QString &value, const QString &tip = {})
{
    if (!value.isEmpty())
        section.lines.append({texts::orderField(QLatin1String(field)), value, tip, false});
}

OrderSection facts(const OrderDetails &details)
{
    const Order &order = details.stored.order;
    OrderSection section;
    add(section, "client.name", order.client.name);
    add(section, "client.phone", phoneText(order.client.phone), order.client.phone);
    add(section, "client.email", order.client.email);
    add(section, "address", order.address);
    if (order.visitAt)
        add(section, "visit_at", QLocale().toString(QDateTime::fromMSecsSinceEpoch(*order.visitAt), QLocale::ShortFormat),
            timeExact(*order.visitAt));
    add(section, "total", sumText(order));
    add(section, "status", texts::text(order.status));
    const QString task = order.planfixId > 0 ? Words::tr("No. %1, open").arg(order.planfixId) : QString();
    section.lines.append({Words::tr("Task"), task.isEmpty() ? Words::tr("not yet") : task, {}, !task.isEmpty() && details.taskPage.isValid()});
    add(section, "source", texts::text(order.source));
    add(section, "comment", order.comment);
    return section;
}

OrderSection items(const Order &order)
{
    OrderSection section{Words::tr("Services"), {}};
    for (const orders::Item &item : order.items) {
        const QString price = item.price.isEmpty() ? QString() : amount(item.price, order.currency);
        const QString quantity = item.quantity.isEmpty() ? QStringLiteral("1") : item.quantity;
        section.lines.append({QStringLiteral("%1 × %2").arg(quantity, price.isEmpty() ? QStringLiteral("—") : price), item.name, {}, false});
    }
    return section;
}

OrderSection extra(const Order &order)
{
    OrderSection section{Words::tr("Further fields"), {}};
    for (auto field = order.extra.begin(); field != order.extra.end(); ++field)
        section.lines.append({field.key(), valueText(field.value()), {}, false});
    return section;
}

QString iconOf(Event event)
{
    switch (event) {
    case Event::Added:
        return QStringLiteral("list-add");
    case Event::Changed:
        return QStringLiteral("document-edit");
    case Event::TaskCreated:
    case Event::TaskFound:
    case Event::Sent:
        return QStringLiteral("document-export");
    case Event::Received:
        return QStringLiteral("document-import");
    case Event::ConflictFound:
        return QStringLiteral("fork");
    case Event::ConflictSettled:
        return QStringLiteral("merge");
    case Event::TaskGone:
        return QStringLiteral("edit-delete");
    case Event::FieldsDropped:
        return QStringLiteral("data-warning");
    }
    return QStringLiteral("document-edit");
}

/// «Статус: Новая → В работе», a line each.
QString changesText(const QVector<orders::Change> &changes)
{
    QStringList lines;
    for (const orders::Change &change : changes) {
        lines.append(QStringLiteral("%1: %2 → %3").arg(texts::orderField(change.field), changeText(change.field, change.before),
                                                       changeText(change.field, change.after)));
    }
    return lines.join(QLatin1Char('\n'));
}

OrderEvent eventOf(const HistoryEntry &entry, const Order &order, qint64 nowMs)
{
    OrderEvent event;
    event.icon = iconOf(entry.event);
    const bool isBad = entry.event == Event::TaskGone || entry.event == Event::FieldsDropped || entry.event == Event::ConflictFound;
    event.tone = isBad ? Tone::Warning : Tone::Muted;
    const QString changes = changesText(entry.changes);
    const QString words = texts::text(entry.event);
    const bool speaksForItself = entry.event == Event::Changed || entry.event == Event::Received;
    event.fact = changes.isEmpty() ? words : speaksForItself ? changes : words + QLatin1Char('\n') + changes;
    if (entry.event == Event::TaskCreated && order.planfixId > 0)
        event.fact = Words::tr("Task No. %1 created").arg(order.planfixId);
    if (entry.event == Event::FieldsDropped)
        event.fact += QStringLiteral(": ") + texts::orderField(entry.detail);
    event.sentence = QStringLiteral("%1 · %2").arg(timeShort(entry.at, nowMs), texts::text(entry.source));
    return event;
}

void addTrouble(const OrderDetails &details, qint64 nowMs, OrderView &view)
{
    const orders::SyncState &sync = details.sync;
    const bool isWaiting = sync.sync == orders::Sync::Held || sync.sync == orders::Sync::Waiting;
    if (!sync.error || (sync.sync != orders::Sync::Attention && !isWaiting))
        return;
    const TestOrderTrouble words = refusalWords(*sync.error, details.missingScope);
    view.severity = isWaiting ? Severity::Warning : Severity::Error;
    view.fact = words.fact;
    view.sentence = words.sentence;
    view.technical = words.technical;
    if (isWaiting && sync.dueAt && *sync.dueAt > nowMs)
        view.sentence += QLatin1Char(' ') + Words::tr("It is tried again by itself: %1.").arg(timeShort(*sync.dueAt, nowMs));
    view.isForSetup = sync.error->code == base::ErrorCode::Unauthorized || sync.error->code == base::ErrorCode::ScopeMissing
        || sync.error->code == base::ErrorCode::Keychain;
}

} // namespace

OrderView orderView(const OrderDetails &details, qint64 nowMs)
{
    const Order &order = details.stored.order;
    OrderView view;
    view.title = Words::tr("Order No. %1").arg(order.number);
    view.chip = syncChip(order, details.sync);
    view.subtitle = Words::tr("Added %1").arg(timeShort(order.createdAt, nowMs));
    if (order.isTest)
        view.subtitle += QStringLiteral(" · ") + Words::tr("a test order");
    view.sections.append(facts(details));
    for (const OrderSection &section : {items(order), extra(order)}) {
        if (!section.lines.isEmpty())
            view.sections.append(section);
    }
    for (qsizetype i = details.history.size(); i-- > 0;)
        view.events.append(eventOf(details.history.at(i), order, nowMs));
    addTrouble(details, nowMs, view);
    return view;
}

} // namespace pfx::ui
