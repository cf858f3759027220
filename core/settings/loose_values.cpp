// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/loose_values.h"

#include "core/settings/definitions.h"

namespace pfx::settings {

base::Result<void> removeLoose(store::Connection &db, const QString &key)
{
    if (find(key))
        return base::fail(base::ErrorCode::Validation, QStringLiteral("a setting is written, not removed"), key);
    PFX_ASSIGN(const qint64 removed,
               db.execute(QStringLiteral("DELETE FROM settings WHERE key = :key"), {{QStringLiteral("key"), key}}));
    if (removed == 0)
        return base::fail(base::ErrorCode::NotFound, key, QStringLiteral("settings"));
    return {};
}

} // namespace pfx::settings
