// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor_import.h"

#include "core/base/clock.h"
#include "core/base/email.h"
#include "core/base/phone.h"
#include "core/crm/bulk_load.h"
#include "core/crm/contact_search.h"
#include "core/store/store.h"

#include <QElapsedTimer>

#include <rapidjson/filereadstream.h>
#include <rapidjson/reader.h>
#include <sqlite3.h>

#include <cstdio>
#include <memory>

namespace pfx::bench {

namespace {

using base::Result;
using store::Value;

struct Table
{
    QString name;
    QStringList columns;
    std::vector<Value> cells;
};

/// Normalises what stands under "value", as the sample has its phones and e-mails.
struct Handler : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler>
{
    bool isValue = false;
    qsizetype kept = 0; ///< so that nothing is optimised away

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        isValue = length == 5 && std::string_view(text, length) == "value";
        return true;
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        const QString value = QString::fromUtf8(text, static_cast<qsizetype>(length));
        kept += value.size();
        if (std::exchange(isValue, false)) {
            if (value.contains(QLatin1Char('@')))
                kept += base::normalizeEmail(value).value_or(QString()).size();
            else if (const auto phone = base::normalizePhone(value))
                kept += phone->e164.size();
        }
        return true;
    }
    bool Default()
    {
        isValue = false;
        return true;
    }
};

Result<void> pass(const QString &json)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(json.toUtf8().constData(), "rb"), &std::fclose);
    if (!file)
        return base::fail(base::ErrorCode::SourceUnreadable, json);
    std::vector<char> buffer(1 << 16);
    rapidjson::FileReadStream stream(file.get(), buffer.data(), buffer.size());
    Handler handler;
    rapidjson::Reader reader;
    if (reader.Parse(stream, handler).IsError() || handler.kept == 0)
        return base::fail(base::ErrorCode::SourceUnreadable, json);
    return {};
}

Result<Table> readTable(store::Connection &db, const QString &name)
{
    Table table{name, {}, {}};
    PFX_ASSIGN(const auto columns, db.select(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(name)));
    for (const store::Row &row : columns)
        table.columns.append(row.text(QStringLiteral("name")));
    QStringList kinds;
    for (const QString &column : table.columns)
        kinds.append(QStringLiteral("%1, typeof(%1) AS is_%1").arg(column));
    PFX_TRY(db.forEach(QStringLiteral("SELECT %1 FROM %2").arg(kinds.join(QStringLiteral(", ")), name), {},
                       [&table](const store::Row &row) -> Result<void> {
                           for (const QString &column : std::as_const(table.columns)) {
                               if (row.isNull(column))
                                   table.cells.emplace_back();
                               else if (row.text(QStringLiteral("is_") + column) == QLatin1String("integer"))
                                   table.cells.emplace_back(row.number(column));
                               else
                                   table.cells.emplace_back(row.text(column));
                           }
                           return {};
                       }));
    return table;
}

/// The search index as a table of rowid and text.
Result<Table> readSearch(store::Connection &db)
{
    Table table{QStringLiteral("contact_search"), {QStringLiteral("rowid"), QStringLiteral("text")}, {}};
    QVector<qint64> ids;
    PFX_TRY(db.forEach(QStringLiteral("SELECT id FROM contacts ORDER BY id"), {}, [&ids](const store::Row &row) -> Result<void> {
        ids.append(row.number(QStringLiteral("id")));
        return {};
    }));
    PFX_ASSIGN(const auto texts, crm::search_index::currentTexts(db, ids));
    for (const qint64 id : std::as_const(ids)) {
        table.cells.emplace_back(id);
        table.cells.emplace_back(texts.value(id));
    }
    return table;
}

bool bind(sqlite3_stmt *statement, int place, const Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return sqlite3_bind_int64(statement, place, *number) == SQLITE_OK;
    if (const auto *text = std::get_if<QString>(&value)) {
        const QByteArray bytes = text->toUtf8();
        return sqlite3_bind_text(statement, place, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT) == SQLITE_OK;
    }
    return sqlite3_bind_null(statement, place) == SQLITE_OK;
}

bool insert(sqlite3 *db, const Table &table)
{
    QStringList marks(table.columns.size(), QStringLiteral("?"));
    const QString sql = QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                            .arg(table.name, table.columns.join(QLatin1Char(',')), marks.join(QLatin1Char(',')));
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        return false;
    bool good = true;
    const auto width = static_cast<size_t>(table.columns.size());
    for (size_t cell = 0; good && cell < table.cells.size(); cell += width) {
        if (cell % (width * 5000) == 0 && cell > 0)
            good = sqlite3_exec(db, "COMMIT; BEGIN", nullptr, nullptr, nullptr) == SQLITE_OK;
        for (size_t i = 0; i < width; ++i)
            good = bind(statement, static_cast<int>(i) + 1, table.cells[cell + i]) && good;
        good = good && sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    return good;
}

Result<void> insertAll(const QString &file, const std::vector<Table> &tables)
{
    sqlite3 *raw = nullptr;
    const bool opened = sqlite3_open(file.toUtf8().constData(), &raw) == SQLITE_OK;
    const std::unique_ptr<sqlite3, int (*)(sqlite3 *)> db(raw, &sqlite3_close);
    bool good = opened
                && sqlite3_exec(raw, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; BEGIN",
                                nullptr, nullptr, nullptr) == SQLITE_OK;
    for (const Table &table : tables)
        good = good && insert(raw, table);
    good = good && sqlite3_exec(raw, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!good)
        return base::fail(base::ErrorCode::Storage, QString::fromUtf8(sqlite3_errmsg(raw)));
    return {};
}

Result<std::vector<Table>> finalRows(const QString &imported, const base::Clock &clock)
{
    PFX_ASSIGN(const auto url, store::StoreUrl::parse(QStringLiteral("sqlite:") + imported));
    PFX_ASSIGN(const auto store, store::Store::open(url, clock));
    PFX_ASSIGN(const auto db, store->connect());
    std::vector<Table> tables;
    // A row stands behind those that it points to.
    for (const char *name : {"employees", "origin_accounts", "pipelines", "stages", "companies", "contacts", "points", "deals", "deal_contacts",
                             "origins", "import_runs", "import_rows", "import_problems"}) {
        PFX_ASSIGN(Table table, readTable(*db, QString::fromLatin1(name)));
        tables.push_back(std::move(table));
    }
    PFX_ASSIGN(Table search, readSearch(*db));
    tables.push_back(std::move(search));
    return tables;
}

Result<std::unique_ptr<store::Store>> emptyStore(const QString &file, const base::Clock &clock)
{
    PFX_ASSIGN(const auto url, store::StoreUrl::parse(QStringLiteral("sqlite:") + file));
    return store::Store::open(url, clock);
}

} // namespace

Result<Floor> floorImport(const QString &json, const QString &imported, const QString &folder)
{
    const base::SystemClock clock;
    PFX_ASSIGN(std::vector<Table> tables, finalRows(imported, clock));
    Floor floor;
    for (const Table &table : tables)
        floor.rows += static_cast<qint64>(table.cells.size()) / table.columns.size();
    QElapsedTimer timer;
    timer.start();
    PFX_TRY(pass(json));
    floor.passMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const QString live = folder + QStringLiteral("/floor.sqlite");
    PFX_ASSIGN(auto made, emptyStore(live, clock));
    made.reset();
    timer.restart();
    PFX_TRY(insertAll(live, tables));
    floor.insertMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    tables.pop_back(); // the search index is built from the others
    const QString last = folder + QStringLiteral("/floor_indexes_last.sqlite");
    PFX_ASSIGN(const auto loosened, emptyStore(last, clock));
    PFX_TRY(loosened->writer().run([](store::Connection &db) { return crm::beginBulkLoad(db).map([](crm::BulkLoad) {}); }));
    timer.restart();
    PFX_TRY(insertAll(last, tables));
    PFX_TRY(crm::finishBulkLoadInSteps(loosened->writer(), []() -> Result<base::StopToken> { return base::StopToken(); }));
    floor.indexesLastMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return floor;
}

} // namespace pfx::bench
