// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/stored_keys.h"

namespace pfx::crm {

using base::Result;
using store::Row;

Result<qint64> keyCount(store::Connection &db)
{
    constexpr qint64 keysOfRecord = 3; // an origin and two points
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT COALESCE((SELECT max(id) FROM contacts), 0)"
                                                         " + COALESCE((SELECT max(id) FROM companies), 0)"
                                                         " + COALESCE((SELECT max(id) FROM deals), 0) AS records")));
    return rows.front().number(QStringLiteral("records")) * keysOfRecord;
}

Result<void> forEachKey(store::Connection &db, const base::StopToken &stop, const std::function<void(const StoredKey &)> &each)
{
    StoredKey key;
    const auto take = [&]() -> Result<void> {
        if (stop.stop_requested())
            return base::fail(base::ErrorCode::Cancelled);
        each(key);
        return {};
    };
    key.what = StoredKey::Origin;
    PFX_TRY(db.forEach(QStringLiteral("SELECT account_id, kind, external_id, entity_id FROM origins"), {}, [&](const Row &row) -> Result<void> {
        key.accountId = row.number(QStringLiteral("account_id"));
        key.kind = row.text(QStringLiteral("kind"));
        key.text = row.text(QStringLiteral("external_id"));
        key.entityId = row.number(QStringLiteral("entity_id"));
        return take();
    }));
    key = {};
    key.what = StoredKey::Point;
    PFX_TRY(db.forEach(QStringLiteral("SELECT entity_kind, entity_id, normalized FROM points WHERE normalized IS NOT NULL"), {},
                       [&](const Row &row) -> Result<void> {
                           key.kind = row.text(QStringLiteral("entity_kind"));
                           key.text = row.text(QStringLiteral("normalized"));
                           key.entityId = row.number(QStringLiteral("entity_id"));
                           return take();
                       }));
    key = {};
    key.what = StoredKey::CompanyTitle;
    return db.forEach(QStringLiteral("SELECT id, title_key FROM companies"), {}, [&](const Row &row) -> Result<void> {
        key.text = row.text(QStringLiteral("title_key"));
        key.entityId = row.number(QStringLiteral("id"));
        return take();
    });
}

} // namespace pfx::crm
