// SPDX-License-Identifier: GPL-3.0-or-later
// Orders from a table (CSV; also XLSX and HTML, told by content): its columns with a guess of what each means, a dry look at what would be
// added, and the adding. Rows that follow one another with the same number are one order, each row an item of it. An order without a number
// gets one made of its row's content ("F-3A9C01B2E7"), so that the same file added again, or after a stop, doubles nothing. Memory does not
// grow with the file but for the numbers of a look. Blocks; one thread. Failures: SourceUnreadable and the store's; a row that cannot be
// read is no failure but a problem of the report.
#pragma once

#include "core/formats/table.h"
#include "core/orders/csv_columns.h"
#include "core/orders/order_book.h"
#include "core/store/writer.h"

#include <functional>

namespace pfx::orders {

/// Why a row did not become an order.
struct CsvProblem {
    qint64 row = 0; ///< As spreadsheets count: 1 is the columns' names.
    QString column; ///< By its name in the file; empty when the whole row is meant.
    QString number; ///< Of the order, when it has one.
    base::Error error;
};

enum class CsvEnd { Whole, Stopped };

/// What was added, or what would be.
struct CsvReport {
    qint64 rows = 0; ///< Without the columns' names and empty ones.
    qint64 read = 0; ///< Orders: added + repeated + failed.
    qint64 added = 0;
    qint64 repeated = 0; ///< Their numbers were there already; nothing was changed.
    qint64 failed = 0;
    CsvEnd end = CsvEnd::Whole;
    QVector<Order> first; ///< The first ones as they are added, at most mostShown.
    QVector<CsvProblem> problems; ///< At most mostProblems; `failed` counts all.

    static constexpr qsizetype mostShown = 50;
    static constexpr qsizetype mostProblems = 1000;
};

class OrderCsv {
public:
    /// Called now and then with the rows read so far.
    using Progress = std::function<void(qint64 rows)>;

    /// `statuses`: the names that the table may use besides ours (setting orders.statuses, readStatusNames).
    static base::Result<std::unique_ptr<OrderCsv>> open(const QString &path, QHash<Status, QStringList> statuses,
                                                        const base::StopToken &stop);

    const QVector<CsvColumn> &columns() const { return m_columns; }
    /// The guess: each column's field.
    CsvMapping guess() const;
    QString form() const { return m_table->form(); } ///< "csv", "xlsx", "html"
    QString encoding() const { return m_table->encoding(); }

    /// Writes nothing.
    base::Result<CsvReport> preview(store::Connection &db, const CsvMapping &mapping, const base::StopToken &stop,
                                    const Progress &progress = {});
    /// Adds in batches, each whole; a stop keeps what has been added.
    base::Result<CsvReport> add(store::Writer &writer, OrderBook &book, const CsvMapping &mapping, const base::StopToken &stop,
                                const Progress &progress = {});

private:
    struct Entry;
    class Batch;

    OrderCsv(std::unique_ptr<formats::Table> table, QHash<Status, QStringList> statuses);
    base::Result<void> look(const base::StopToken &stop);
    base::Result<CsvReport> run(const CsvMapping &mapping, qsizetype batchSize, const base::StopToken &stop, const Progress &progress,
                                const std::function<base::Result<void>(const std::vector<Order> &, CsvReport &)> &take);

    std::unique_ptr<formats::Table> m_table;
    QHash<Status, QStringList> m_statuses;
    QVector<CsvColumn> m_columns;
};

} // namespace pfx::orders
