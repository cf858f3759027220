// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/contact_search.h"

#include "core/base/text_keys.h"
#include "core/crm/row_codec.h"
#include "core/store/deferred_steps.h"

namespace pfx::crm::search_index {

using base::Result;
using store::Connection;
using store::Params;
using store::Row;

namespace {

constexpr auto table = QLatin1String("contact_search");

store::RowBlock block()
{
    store::RowBlock rows;
    rows.table = table;
    rows.columns = {QStringLiteral("rowid"), QStringLiteral("text")};
    return rows;
}

} // namespace

Result<Kept> isKept(Connection &db)
{
    if (db.backend() != store::Backend::Sqlite)
        return Kept::No;
    PFX_ASSIGN(const auto filling, store::deferredSteps(db, table));
    return filling == store::Deferred::Left ? Kept::No : Kept::Yes;
}

Result<QHash<qint64, QString>> currentTexts(Connection &db, const QVector<qint64> &contactIds)
{
    QHash<qint64, QString> texts;
    if (db.backend() != store::Backend::Sqlite || contactIds.isEmpty())
        return texts;
    const Params params{{QStringLiteral("ids"), store::idSet(db.backend(), contactIds)}};
    PFX_TRY(db.forEach(QStringLiteral("SELECT c.id, c.search_key FROM {ids} AS k CROSS JOIN contacts c WHERE c.id = k.value"), params,
                       [&texts](const Row &row) -> Result<void> {
                           texts.insert(row.number(QStringLiteral("id")), codec::searchText(row.text(QStringLiteral("search_key")), {}));
                           return {};
                       }));
    PFX_TRY(db.forEach(QStringLiteral("SELECT p.entity_id, p.normalized FROM {ids} AS k CROSS JOIN points p"
                                      " WHERE p.entity_kind = 'contact' AND p.entity_id = k.value AND p.normalized IS NOT NULL"
                                      " ORDER BY p.entity_id, p.position"),
                       params, [&texts](const Row &row) -> Result<void> {
                           const auto text = texts.find(row.number(QStringLiteral("entity_id")));
                           if (text != texts.end())
                               *text += QLatin1Char(' ') + row.text(QStringLiteral("normalized"));
                           return {};
                       }));
    return texts;
}

Result<void> add(Connection &db, const QHash<qint64, QString> &texts)
{
    PFX_ASSIGN(const Kept kept, isKept(db));
    if (kept == Kept::No || texts.isEmpty())
        return {};
    store::RowBlock rows = block();
    rows.cells.reserve(static_cast<size_t>(texts.size()) * 2);
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        rows.cells.emplace_back(it.key());
        rows.cells.emplace_back(it.value());
    }
    return db.insert(rows);
}

Result<void> addContacts(Connection &db, const QVector<Contact> &contacts)
{
    PFX_ASSIGN(const Kept kept, isKept(db));
    if (kept == Kept::No || contacts.isEmpty())
        return {};
    store::RowBlock rows = block();
    rows.cells.reserve(static_cast<size_t>(contacts.size()) * 2);
    for (const Contact &contact : contacts) {
        rows.cells.emplace_back(contact.id);
        rows.cells.emplace_back(codec::searchText(base::searchKey(contact.name), contact.points));
    }
    return db.insert(rows);
}

Result<void> remove(Connection &db, const QHash<qint64, QString> &texts)
{
    PFX_ASSIGN(const Kept kept, isKept(db));
    if (kept == Kept::No || texts.isEmpty())
        return {};
    std::vector<Params> sets;
    sets.reserve(static_cast<size_t>(texts.size()));
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        sets.push_back({{QStringLiteral("id"), it.key()}, {QStringLiteral("text"), it.value()}});
    return db.executeMany(QStringLiteral("INSERT INTO contact_search (contact_search, rowid, text) VALUES ('delete', :id, :text)"), sets);
}

Result<void> defer(Connection &db)
{
    if (db.backend() != store::Backend::Sqlite)
        return {};
    // Filled in few large pieces instead of many small ones that have to be merged.
    PFX_TRY(db.execute(QStringLiteral("INSERT INTO contact_search (contact_search, rank) VALUES ('hashsize', 8388608)")));
    // The same text as codec::searchText makes: NOT INDEXED reads a contact's points by the key, so in the order of their positions.
    return store::deferStatement(db, table,
                                 QStringLiteral("INSERT INTO contact_search (rowid, text) SELECT c.id, ' ' || c.search_key || coalesce("
                                                "(SELECT group_concat(' ' || p.normalized, '') FROM points p NOT INDEXED"
                                                " WHERE p.entity_kind = 'contact' AND p.entity_id = c.id AND p.normalized IS NOT NULL), '')"
                                                " FROM contacts c ORDER BY c.id"));
}

} // namespace pfx::crm::search_index
