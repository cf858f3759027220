// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/page_conditions.h"

#include "core/base/text_keys.h"

namespace pfx::mailing {

namespace {

/// Whether the column holds the text of :key.
QString holds(const store::Connection &db, const char *column)
{
    const QString place = db.backend() == store::Backend::Postgresql ? QStringLiteral("strpos") : QStringLiteral("instr");
    return place + QLatin1Char('(') + QLatin1String(column) + QLatin1String(", :key) > 0");
}

} // namespace

Where whereOf(const store::Connection &db, const MemberQuery &query)
{
    Where where{QStringLiteral("t.list_id = :list"), {{QStringLiteral("list"), query.listId}}};
    const QString key = base::searchKey(query.text);
    if (!key.isEmpty()) {
        where.condition += QLatin1String(" AND ") + holds(db, "t.search_key");
        where.params.append({QStringLiteral("key"), key});
    }
    return where;
}

Where whereOf(const store::Connection &db, const SuppressionQuery &query)
{
    Where where;
    const QString key = query.text.trimmed().toLower();
    if (!key.isEmpty())
        where = {holds(db, "t.email"), {{QStringLiteral("key"), key}}};
    return where;
}

} // namespace pfx::mailing
