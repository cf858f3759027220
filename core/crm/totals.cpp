// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/lists.h"

namespace pfx::crm {

using base::Result;
using store::Backend;
using store::Connection;
using store::Row;

namespace {

__extension__ typedef __int128 Wide;

/// Sums of the parts of canonical amounts: whole = high * 10^9 + low, fraction in 10^-8. Each part stays within 64 bits for any number of
/// deals that fits a database, which one integer sum would not.
struct Parts
{
    qint64 high = 0, low = 0, fraction = 0;
};

QString decimal(const Parts &parts)
{
    constexpr qint64 unit = 100'000'000;
    Wide total = (Wide(parts.high) * 1'000'000'000 + parts.low) * unit + parts.fraction;
    const bool negative = total < 0;
    if (negative)
        total = -total;
    QString digits;
    for (int i = 0; i < 9 || total > 0; ++i) {
        digits.prepend(QChar(u'0' + static_cast<int>(total % 10)));
        total /= 10;
    }
    QString whole = digits.left(digits.size() - 8);
    QString fraction = digits.right(8);
    while (fraction.size() > 2 && fraction.endsWith(QLatin1Char('0')))
        fraction.chop(1);
    return (negative ? QStringLiteral("-") : QString()) + whole + QLatin1Char('.') + fraction;
}

// The text is canonical (codec::exactAmount): optional minus, digits, point, two to eight decimals.
const char *const sqliteTotals = R"(
SELECT stage_id, currency, count(*) AS deals, count(amount) AS amounts,
       sum(sign * (whole / 1000000000)) AS high, sum(sign * (whole % 1000000000)) AS low, sum(sign * fraction) AS fraction
FROM (SELECT stage_id, currency, amount, CASE WHEN amount LIKE '-%' THEN -1 ELSE 1 END AS sign,
             abs(CAST(substr(amount, 1, instr(amount, '.') - 1) AS INTEGER)) AS whole,
             CAST(substr(substr(amount, instr(amount, '.') + 1) || '000000', 1, 8) AS INTEGER) AS fraction
      FROM deals WHERE pipeline_id = :pipeline) AS d
GROUP BY stage_id, currency ORDER BY stage_id, currency)";

const char *const postgresqlTotals = R"(
SELECT stage_id, currency, count(*) AS deals, count(amount) AS amounts, sum(amount::numeric)::text AS total
FROM deals WHERE pipeline_id = :pipeline GROUP BY stage_id, currency ORDER BY stage_id NULLS FIRST, currency NULLS FIRST)";

/// NUMERIC keeps the decimals of the longest summand; ours are at least two, and no zeros behind them.
QString trimmed(QString total)
{
    if (!total.contains(QLatin1Char('.')))
        return total + QStringLiteral(".00");
    while (total.endsWith(QLatin1Char('0')) && total.size() - total.indexOf(QLatin1Char('.')) > 3)
        total.chop(1);
    return total;
}

} // namespace

Result<QVector<StageTotal>> stageTotals(Connection &db, qint64 pipelineId)
{
    const bool sqlite = db.backend() == Backend::Sqlite;
    QVector<StageTotal> totals;
    PFX_TRY(db.forEach(QString::fromLatin1(sqlite ? sqliteTotals : postgresqlTotals), {{QStringLiteral("pipeline"), pipelineId}},
                       [&totals, sqlite](const Row &row) -> Result<void> {
                           const qint64 stage = row.number(QStringLiteral("stage_id"));
                           if (totals.isEmpty() || totals.last().stageId != stage)
                               totals.append({stage, 0, {}});
                           totals.last().deals += row.number(QStringLiteral("deals"));
                           if (row.number(QStringLiteral("amounts")) == 0)
                               return {};
                           const QString sum = sqlite ? decimal({row.number(QStringLiteral("high")), row.number(QStringLiteral("low")),
                                                                 row.number(QStringLiteral("fraction"))})
                                                      : trimmed(row.text(QStringLiteral("total")));
                           totals.last().sums.append({row.text(QStringLiteral("currency")), sum});
                           return {};
                       }));
    return totals;
}

Result<Totals> totals(Connection &db)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT (SELECT count(*) FROM contacts) AS contacts,"
                                                         " (SELECT count(*) FROM companies) AS companies,"
                                                         " (SELECT count(*) FROM deals) AS deals,"
                                                         " (SELECT count(*) FROM pipelines) AS pipelines,"
                                                         " (SELECT count(*) FROM employees) AS employees")));
    Totals result;
    if (rows.empty())
        return result;
    const Row &row = rows.front();
    result.contacts = row.number(QStringLiteral("contacts"));
    result.companies = row.number(QStringLiteral("companies"));
    result.deals = row.number(QStringLiteral("deals"));
    result.pipelines = row.number(QStringLiteral("pipelines"));
    result.employees = row.number(QStringLiteral("employees"));
    return result;
}

} // namespace pfx::crm
