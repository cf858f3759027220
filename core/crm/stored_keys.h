// SPDX-License-Identifier: GPL-3.0-or-later
// Every key by which a record can be found again: its origins, its phones and e-mails, a company's title. For whoever keeps them in memory
// (an import). Functions of one connection.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/store/connection.h"

#include <functional>

namespace pfx::crm {

struct StoredKey
{
    enum What { Origin, Point, CompanyTitle };
    What what = Origin;
    qint64 accountId = 0; ///< Of origins.
    QString kind;         ///< records::name of the entity's kind; empty for titles.
    QString text;         ///< External id, normalised phone or e-mail, base::companyKey.
    qint64 entityId = 0;
};

/// About how many there are; never too few by much, and quick.
base::Result<qint64> keyCount(store::Connection &db);
/// Cancelled at a stop.
base::Result<void> forEachKey(store::Connection &db, const base::StopToken &stop, const std::function<void(const StoredKey &)> &each);

} // namespace pfx::crm
