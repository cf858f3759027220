// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_csv.h"

#include "core/orders/amounts.h"
#include "core/orders/order_json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace pfx::orders {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype previewBatch = 500;
constexpr qsizetype mostSamples = 3;
constexpr qsizetype longestSample = 60;
constexpr int sampleRows = 20;
constexpr int progressEvery = 256;

bool isBlank(const QStringList &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

QString numberOf(const QByteArray &row)
{
    const QByteArray digest = QCryptographicHash::hash(row.trimmed(), QCryptographicHash::Sha256).toHex().left(10).toUpper();
    return QStringLiteral("F-") + QString::fromLatin1(digest);
}

/// Which column made a field of the order's JSON ("items[2].price" was made by the column of item.price or of items).
QString columnOf(const QString &where, const QVector<CsvColumn> &columns, const CsvMapping &mapping)
{
    static const QRegularExpression index(QStringLiteral("^items\\[\\d+\\]"));
    QString item = where;
    for (const QString &field : {where, item.replace(index, QStringLiteral("item")), QStringLiteral("items")}) {
        if (field == QLatin1String("items") && !index.match(where).hasMatch())
            continue;
        if (const qsizetype at = mapping.indexOf(field); at >= 0)
            return columns[at].name;
    }
    return {};
}

Result<QSet<QString>> knownNumbers(store::Connection &db, const std::vector<Order> &orders)
{
    QStringList numbers;
    for (const Order &order : orders)
        numbers.append(order.number);
    QSet<QString> known;
    PFX_TRY(db.forEach(QStringLiteral("SELECT o.number FROM {keys} AS k CROSS JOIN orders o WHERE o.number = k.value"),
                       {{QStringLiteral("keys"), store::keySet(db.backend(), numbers)}}, [&known](const store::Row &row) -> Result<void> {
                           known.insert(row.text(QStringLiteral("number")));
                           return {};
                       }));
    return known;
}

} // namespace

/// An order that is being gathered from its rows.
struct OrderCsv::Entry {
    qint64 row = 0;
    QByteArray raw;
    QString number; ///< As the file has it; may be empty.
    QJsonObject json;
    std::optional<base::Error> error; ///< Of one of its rows: then none of them is added.

    void join(const Result<QJsonObject> &next)
    {
        if (!next) {
            error = error.value_or(next.error());
            return;
        }
        QJsonArray items = json.value(QStringLiteral("items")).toArray();
        const QJsonArray more = next->value(QStringLiteral("items")).toArray();
        for (const QJsonValue &item : more)
            items.append(item);
        json.insert(QStringLiteral("items"), items);
    }
};

/// The orders read since the last time they were taken.
class OrderCsv::Batch {
public:
    Batch(const QVector<CsvColumn> &columns, const CsvMapping &mapping, CsvReport &report)
        : m_columns(columns), m_mapping(mapping), m_report(report)
    {
    }

    void refuse(qint64 row, const QString &number, const base::Error &error)
    {
        ++m_report.read;
        ++m_report.failed;
        if (m_report.problems.size() < CsvReport::mostProblems)
            m_report.problems.append({row, columnOf(error.where, m_columns, m_mapping), number, error});
    }

    void add(Entry &entry)
    {
        if (entry.error)
            return refuse(entry.row, entry.number, *entry.error);
        if (entry.number.isEmpty())
            entry.json.insert(QStringLiteral("number"), numberOf(entry.raw));
        auto order = readOrder(QJsonDocument(entry.json).toJson(QJsonDocument::Compact));
        const auto normal = order ? normalizeAmounts(*order) : base::fail(order.error());
        if (!normal)
            return refuse(entry.row, entry.number, normal.error());
        order->source = Source::File;
        ++m_report.read;
        if (m_report.first.size() < CsvReport::mostShown)
            m_report.first.append(*order);
        orders.push_back(std::move(*order));
    }

    std::vector<Order> orders;

private:
    const QVector<CsvColumn> &m_columns;
    const CsvMapping &m_mapping;
    CsvReport &m_report;
};

OrderCsv::OrderCsv(std::unique_ptr<formats::Table> table, QHash<Status, QStringList> statuses)
    : m_table(std::move(table)), m_statuses(std::move(statuses))
{
}

Result<std::unique_ptr<OrderCsv>> OrderCsv::open(const QString &path, QHash<Status, QStringList> statuses, const base::StopToken &stop)
{
    PFX_ASSIGN(auto file, formats::SourceFile::open(path));
    PFX_ASSIGN(const auto form, formats::recognise(*file));
    if (form == formats::FileForm::Json)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("expected a table (CSV, XLSX), found JSON"), path);
    PFX_ASSIGN(auto table, formats::makeTable(form, file));
    PFX_TRY(table->open(stop));
    std::unique_ptr<OrderCsv> csv(new OrderCsv(std::move(table), std::move(statuses)));
    PFX_TRY(csv->look(stop));
    return csv;
}

Result<void> OrderCsv::look(const base::StopToken &stop)
{
    const QStringList &names = m_table->columns();
    const QStringList fields = guessFields(names);
    for (qsizetype i = 0; i < names.size(); ++i)
        m_columns.append({names[i].trimmed(), fields[i], {}});
    qint64 cursor = m_table->firstRow();
    for (int i = 0; i < sampleRows && !stop.stop_requested(); ++i) {
        PFX_ASSIGN(const auto row, m_table->row(cursor));
        if (!row)
            return {};
        cursor = row->next;
        for (qsizetype c = 0; c < std::min(m_columns.size(), row->cells.size()); ++c) {
            const QString cell = row->cells[c].trimmed();
            if (!cell.isEmpty() && m_columns[c].samples.size() < mostSamples)
                m_columns[c].samples.append(cell.left(longestSample));
        }
    }
    return {};
}

CsvMapping OrderCsv::guess() const
{
    CsvMapping mapping;
    for (const CsvColumn &column : m_columns)
        mapping.append(column.field);
    return mapping;
}

Result<CsvReport> OrderCsv::run(const CsvMapping &mapping, qsizetype batchSize, const base::StopToken &stop, const Progress &progress,
                                const std::function<Result<void>(const std::vector<Order> &, CsvReport &)> &take)
{
    PFX_TRY(checkMapping(mapping, m_columns.size()));
    CsvReport report;
    Batch batch(m_columns, mapping, report);
    std::optional<Entry> open;
    const auto takeBatch = [&]() -> Result<void> {
        PFX_TRY(take(batch.orders, report));
        batch.orders.clear();
        return {};
    };
    qint64 cursor = m_table->firstRow();
    for (qint64 line = 2;; ++line) {
        PFX_ASSIGN(const auto row, m_table->row(cursor));
        if (!row || stop.stop_requested()) {
            // What a stop leaves half gathered is not added: its next row may be missing.
            report.end = row ? CsvEnd::Stopped : CsvEnd::Whole;
            break;
        }
        cursor = row->next;
        if (isBlank(row->cells))
            continue;
        if (++report.rows % progressEvery == 0 && progress)
            progress(report.rows);
        auto json = orderObject(row->cells, mapping, m_statuses);
        const QString number = row->cells.value(mapping.indexOf(QStringLiteral("number"))).trimmed();
        if (open && !number.isEmpty() && open->number == number) {
            open->join(json);
            continue;
        }
        if (open)
            batch.add(*open);
        open = Entry{line, row->raw, number, json.value_or(QJsonObject()), json ? std::nullopt : std::optional(json.error())};
        if (static_cast<qsizetype>(batch.orders.size()) >= batchSize)
            PFX_TRY(takeBatch());
    }
    if (open && report.end == CsvEnd::Whole)
        batch.add(*open);
    PFX_TRY(takeBatch());
    if (progress)
        progress(report.rows);
    return report;
}

Result<CsvReport> OrderCsv::preview(store::Connection &db, const CsvMapping &mapping, const base::StopToken &stop,
                                    const Progress &progress)
{
    QSet<QString> seen;
    return run(mapping, previewBatch, stop, progress, [&](const std::vector<Order> &orders, CsvReport &report) -> Result<void> {
        PFX_ASSIGN(const auto known, knownNumbers(db, orders));
        for (const Order &order : orders) {
            const bool repeated = known.contains(order.number) || seen.contains(order.number);
            ++(repeated ? report.repeated : report.added);
            seen.insert(order.number);
        }
        return {};
    });
}

Result<CsvReport> OrderCsv::add(store::Writer &writer, OrderBook &book, const CsvMapping &mapping, const base::StopToken &stop,
                                const Progress &progress)
{
    const qsizetype batch = writer.advisedBatchRows();
    return run(mapping, batch, stop, progress, [&](const std::vector<Order> &orders, CsvReport &report) -> Result<void> {
        std::vector<Added> ends;
        PFX_TRY(writer.run([&](store::Connection &db) -> Result<void> {
            ends.clear(); // the job may be run again
            for (const Order &order : orders) {
                PFX_ASSIGN(const AddedOrder added, book.add(db, order));
                ends.push_back(added.added);
            }
            return {};
        }));
        for (const Added end : ends)
            ++(end == Added::Repeated ? report.repeated : report.added);
        return {};
    });
}

} // namespace pfx::orders
