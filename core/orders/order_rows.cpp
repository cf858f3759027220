// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_rows.h"

#include "core/base/phone.h"
#include "core/base/text_keys.h"
#include "core/orders/stored_json.h"

namespace pfx::orders::rows {

using base::Result;
using store::Row;

const QString &columns()
{
    static const QString all =
        QStringLiteral("id, number, status, client_name, client_phone, client_email, address, visit_at, items, total, currency,"
                       " comment, extra, source, is_test, planfix_id, agreed, conflict, version, created_at, changed_at");
    return all;
}

Result<StoredOrder> read(const Row &row)
{
    StoredOrder found;
    Order &order = found.order;
    order.id = row.number(QStringLiteral("id"));
    order.number = row.text(QStringLiteral("number"));
    order.status = statusNamed(row.text(QStringLiteral("status"))).value_or(Status::New);
    order.client = {row.text(QStringLiteral("client_name")), row.text(QStringLiteral("client_phone")),
                    row.text(QStringLiteral("client_email"))};
    order.address = row.text(QStringLiteral("address"));
    order.visitAt = row.maybe(QStringLiteral("visit_at"));
    PFX_ASSIGN(order.items, stored::readItems(row.bytes(QStringLiteral("items"))));
    order.total = row.text(QStringLiteral("total"));
    order.currency = row.text(QStringLiteral("currency"));
    order.comment = row.text(QStringLiteral("comment"));
    PFX_ASSIGN(order.extra, stored::readObject(row.bytes(QStringLiteral("extra"))));
    order.source = sourceNamed(row.text(QStringLiteral("source"))).value_or(Source::Screen);
    order.isTest = row.number(QStringLiteral("is_test")) != 0;
    order.planfixId = row.number(QStringLiteral("planfix_id"));
    if (!row.isNull(QStringLiteral("agreed"))) {
        PFX_ASSIGN(Order agreed, stored::readAgreed(row.bytes(QStringLiteral("agreed"))));
        agreed.id = order.id;
        found.agreed = std::move(agreed);
    }
    if (!row.isNull(QStringLiteral("conflict"))) {
        PFX_ASSIGN(found.conflicts, stored::readConflicts(row.bytes(QStringLiteral("conflict"))));
    }
    order.version = row.number(QStringLiteral("version"));
    order.createdAt = row.number(QStringLiteral("created_at"));
    order.changedAt = row.number(QStringLiteral("changed_at"));
    return found;
}

QString Picked::where() const
{
    return conditions.isEmpty() ? QString() : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
}

Picked pick(store::Backend backend, const OrderQuery &query)
{
    Picked picked;
    const QString key = base::searchKey(query.text);
    if (!key.isEmpty()) {
        const auto phone = base::normalizePhone(query.text);
        QString part = phone ? QStringLiteral("(instr(search_key, :key) > 0 OR phone_normalized = :phone)")
                             : QStringLiteral("instr(search_key, :key) > 0");
        if (backend == store::Backend::Postgresql)
            part.replace(QStringLiteral("instr("), QStringLiteral("strpos("));
        picked.conditions.append(part);
        picked.params.append({QStringLiteral("key"), key});
        if (phone)
            picked.params.append({QStringLiteral("phone"), phone->e164});
    }
    if (query.status) {
        picked.conditions.append(QStringLiteral("status = :status"));
        picked.params.append({QStringLiteral("status"), name(*query.status)});
    }
    if (query.since) {
        picked.conditions.append(QStringLiteral("changed_at >= :since"));
        picked.params.append({QStringLiteral("since"), *query.since});
    }
    if (query.onlyConflicts)
        picked.conditions.append(QStringLiteral("conflict IS NOT NULL"));
    return picked;
}

} // namespace pfx::orders::rows
