// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_connection.h"

#include "core/store/sql_text.h"
#include "core/store/sqlite_error.h"

#include <QFile>

#include <sqlite3.h>

namespace pfx::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Value columnValue(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(statement, column));
    case SQLITE_NULL:
        return {};
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return QByteArray(bytes, sqlite3_column_bytes(statement, column));
    }
    default: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(statement, column));
    }
    }
}

Row readRow(sqlite3_stmt *statement, const std::shared_ptr<const Row::Columns> &columns)
{
    const int count = sqlite3_column_count(statement);
    std::vector<Value> values;
    values.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        values.push_back(columnValue(statement, i));
    return Row(columns, std::move(values));
}

} // namespace

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &file, const SqliteOptions &options)
{
    // Nobody asks SQLite how much memory it uses; counting takes a lock at every allocation. Refused when another part has opened a file.
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3 *db = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (options.create ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &db, flags, nullptr);
    if (code != SQLITE_OK) {
        base::Error error = sqliteError(db, code, file);
        sqlite3_close_v2(db);
        return fail(std::move(error));
    }
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(db, file, options));
    // SQLite opens a file that may not be written for reading only; that must be said at once and not at the first write.
    if (sqlite3_db_readonly(db, "main") == 1)
        return fail(ErrorCode::StorageReadOnly, QStringLiteral("the database file cannot be written"), file);
    PFX_TRY(connection->configure());
    return connection;
}

SqliteConnection::SqliteConnection(sqlite3 *db, QString file, const SqliteOptions &options)
    : m_db(db), m_file(std::move(file)), m_options(options), m_statements(db)
{
    sqlite3_busy_handler(m_db, &SqliteConnection::onBusy, this);
    if (options.keepWal)
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

SqliteConnection::~SqliteConnection()
{
    m_statements.clear();
    sqlite3_close_v2(m_db);
}

// SQLite's own handler sleeps up to 100 ms and so misses the gaps that a long job leaves to the others; this one looks every millisecond.
int SqliteConnection::onBusy(void *self, int tries)
{
    auto *connection = static_cast<SqliteConnection *>(self);
    if (tries == 0)
        connection->m_waiting.start();
    if (connection->m_waiting.elapsed() >= connection->m_options.busyMs)
        return 0;
    sqlite3_sleep(tries < 200 ? 1 : 10);
    return 1;
}

Result<void> SqliteConnection::configure()
{
    if (m_options.keepWal)
        return {};
    // The system is left to cache the file: a mapped file would make a failing disk a crash instead of an error.
    PFX_TRY(executeScript(QStringLiteral("PRAGMA journal_mode = WAL; PRAGMA synchronous = %1; PRAGMA foreign_keys = ON; "
                                         "PRAGMA mmap_size = 0; PRAGMA temp_store = DEFAULT; PRAGMA cache_size = -%2; "
                                         "PRAGMA query_only = %3")
                              .arg(m_options.durable ? QStringLiteral("FULL") : QStringLiteral("OFF"))
                              .arg(m_options.cacheKb)
                              .arg(m_options.access == Access::Read ? QStringLiteral("ON") : QStringLiteral("OFF"))));
    return {};
}

base::Error SqliteConnection::error(int code) const
{
    return sqliteError(m_db, code, m_file);
}

Result<SqliteStatementCache::Loan> SqliteConnection::prepare(const QString &sql)
{
    auto [loan, code] = m_statements.take(sql);
    if (code != SQLITE_OK) {
        base::Error failure = error(code);
        failure.detail += QStringLiteral(" [%1]").arg(sql);
        return fail(std::move(failure));
    }
    return std::move(loan);
}

Result<void> SqliteConnection::bind(const SqliteStatementCache::Loan &statement, const Params &params)
{
    const int count = sqlite3_bind_parameter_count(statement.get());
    int bound = 0;
    for (const auto &[name, value] : params) {
        const QByteArray parameter = ':' + name.toUtf8();
        const int index = sqlite3_bind_parameter_index(statement.get(), parameter.constData());
        if (index == 0)
            continue; // a clause that was left out
        ++bound;
        int code = SQLITE_OK;
        if (const auto *text = std::get_if<QString>(&value)) {
            const QByteArray utf8 = storableUtf8(*text);
            code = sqlite3_bind_text64(statement.get(), index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
        } else if (const auto *number = std::get_if<qint64>(&value)) {
            code = sqlite3_bind_int64(statement.get(), index, *number);
        } else if (const auto *bytes = std::get_if<QByteArray>(&value)) {
            code = sqlite3_bind_blob64(statement.get(), index, bytes->constData(), static_cast<sqlite3_uint64>(bytes->size()),
                                       SQLITE_TRANSIENT);
        } else {
            code = sqlite3_bind_null(statement.get(), index);
        }
        if (code != SQLITE_OK)
            return fail(error(code));
    }
    if (bound < count)
        return fail(ErrorCode::Internal, QStringLiteral("a parameter of the statement has no value [%1]")
                                             .arg(QString::fromUtf8(sqlite3_sql(statement.get()))));
    return {};
}

Result<void> SqliteConnection::forEach(const QString &sql, const Params &params, const std::function<Result<void>(const Row &)> &each)
{
    PFX_ASSIGN(const auto statement, prepare(sql));
    PFX_TRY(bind(statement, params));
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement.get())) == SQLITE_ROW)
        PFX_TRY(each(readRow(statement.get(), statement.columns())));
    if (code != SQLITE_DONE)
        return fail(error(code));
    return {};
}

Result<Rows> SqliteConnection::select(const QString &sql, const Params &params)
{
    PFX_ASSIGN(const auto statement, prepare(sql));
    PFX_TRY(bind(statement, params));
    Rows rows;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement.get())) == SQLITE_ROW)
        rows.push_back(readRow(statement.get(), statement.columns()));
    if (code != SQLITE_DONE)
        return fail(error(code));
    return rows;
}

Result<qint64> SqliteConnection::execute(const QString &sql, const Params &params)
{
    PFX_ASSIGN(const auto statement, prepare(sql));
    PFX_TRY(bind(statement, params));
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(statement.get());
    if (code != SQLITE_DONE)
        return fail(error(code));
    return sqlite3_stmt_readonly(statement.get()) ? 0 : qint64(sqlite3_changes64(m_db));
}

Result<qint64> SqliteConnection::executeLong(const QString &sql, const base::StopToken &stop)
{
    constexpr int instructions = 20'000; // well below a millisecond
    const auto isStopped = [](void *token) { return static_cast<const base::StopToken *>(token)->stop_requested() ? 1 : 0; };
    base::StopToken token = stop;
    sqlite3_progress_handler(m_db, instructions, isStopped, &token);
    auto changed = execute(sql);
    sqlite3_progress_handler(m_db, 0, nullptr, nullptr);
    return changed;
}

Result<void> SqliteConnection::executeMany(const QString &sql, const std::vector<Params> &sets)
{
    PFX_ASSIGN(const auto statement, prepare(sql));
    for (const Params &params : sets) {
        sqlite3_clear_bindings(statement.get());
        PFX_TRY(bind(statement, params));
        int code = SQLITE_ROW;
        while (code == SQLITE_ROW)
            code = sqlite3_step(statement.get());
        if (code != SQLITE_DONE)
            return fail(error(code));
        sqlite3_reset(statement.get());
    }
    return {};
}

Result<void> SqliteConnection::insert(const RowBlock &rows, OnConflict onConflict)
{
    const qsizetype width = rows.columns.size();
    if (width == 0 || width > SqliteRows::maxColumns || rows.cells.size() % static_cast<size_t>(width) != 0)
        return fail(ErrorCode::Internal, QStringLiteral("a block of rows is not whole"), rows.table);
    if (rows.cells.empty())
        return {};
    QStringList source;
    source.reserve(width);
    for (qsizetype i = 0; i < width; ++i)
        source.append(QLatin1Char('c') + QString::number(i));
    QString sql = QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM pfx_rows").arg(rows.table, columnList(rows.columns), columnList(source));
    // Not OR IGNORE: that would also swallow a NULL or a failed CHECK.
    if (onConflict == OnConflict::Ignore)
        sql += QLatin1String(" WHERE true ON CONFLICT DO NOTHING");
    if (!m_rows) {
        m_rows = std::make_unique<SqliteRows>();
        if (const int code = m_rows->attach(m_db); code != SQLITE_OK)
            return fail(error(code));
    }
    PFX_ASSIGN(const auto statement, prepare(sql));
    m_rows->read(&rows);
    const int code = sqlite3_step(statement.get());
    m_rows->read(nullptr);
    if (code == SQLITE_DONE)
        return {};
    base::Error failure = error(code);
    failure.where = rows.table;
    return fail(std::move(failure));
}

Result<void> SqliteConnection::setDurability(Durability durability)
{
    if (durability == m_durability || !m_options.durable)
        return {};
    // NORMAL leaves syncing the journal to the next checkpoint or to the next commit under FULL, which syncs all that stands before it.
    PFX_TRY(executeScript(durability == Durability::Disk ? QStringLiteral("PRAGMA synchronous = FULL")
                                                         : QStringLiteral("PRAGMA synchronous = NORMAL")));
    m_durability = durability;
    return {};
}

Result<void> SqliteConnection::begin()
{
    return executeScript(m_options.access == Access::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
}

Result<void> SqliteConnection::commit()
{
    return executeScript(QStringLiteral("COMMIT"));
}

Result<void> SqliteConnection::rollback()
{
    // A full disk or an input/output error has perhaps rolled back already.
    if (!inTransaction())
        return {};
    return executeScript(QStringLiteral("ROLLBACK"));
}

Result<void> SqliteConnection::executeScript(const QString &sql)
{
    const int code = sqlite3_exec(m_db, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(error(code));
    return {};
}

bool SqliteConnection::inTransaction() const
{
    return sqlite3_get_autocommit(m_db) == 0;
}

Result<qint64> SqliteConnection::number(const QString &sql)
{
    PFX_ASSIGN(const auto statement, prepare(sql));
    const int code = sqlite3_step(statement.get());
    if (code == SQLITE_ROW)
        return qint64(sqlite3_column_int64(statement.get(), 0));
    return fail(error(code == SQLITE_DONE ? SQLITE_MISUSE : code));
}

} // namespace pfx::store
