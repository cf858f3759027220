// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts, companies or deals page by page, for lists and exports of any size: memory holds one page. Main thread.
#pragma once

#include "app/ctl/json_writer.h"
#include "core/crm/lists.h"

#include <functional>

namespace pfx::ctl {

struct PagesQuery
{
    records::Kind kind = records::Kind::Contact; ///< Contact, Company or Deal.
    QString search;
    qint64 after = 0;  ///< Ids greater than this.
    qint64 limit = -1; ///< -1: all.
};

/// Calls `page` with the ids of each page, in the order of ids.
base::Result<void> forEachPage(store::Connection &db, const PagesQuery &query,
                               const std::function<base::Result<void>(const QVector<qint64> &ids)> &page);

/// Writes each record as an object; inside an open array.
base::Result<void> writeRecords(JsonWriter &json, store::Connection &db, records::Kind kind, const QVector<qint64> &ids);

QStringList csvHeader(records::Kind kind);
base::Result<QVector<QStringList>> csvRows(store::Connection &db, records::Kind kind, const QVector<qint64> &ids);

} // namespace pfx::ctl
