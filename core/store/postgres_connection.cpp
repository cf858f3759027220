// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/postgres_connection.h"

#include "core/store/postgres_error.h"

#include <QUrlQuery>

#include <libpq-fe.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace pfx::store {

using base::ErrorCode;
using base::fail;

namespace {

constexpr qsizetype copyChunk = 64 * 1024;
constexpr size_t pipelineChunk = 256; // answers are read after so many, so that neither side's buffer grows without bound
const char unnamed[] = ""; // the statement that the next one replaces: nothing to clean up after a failed transaction

void ignoreNotice(void *, const pg_result *) {}

} // namespace

void PostgresConnection::ClearResult::operator()(pg_result *result) const
{
    PQclear(result);
}

base::Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const StoreUrl &url, const QString &applicationName, Access access)
{
    std::vector<std::pair<QByteArray, QByteArray>> settings;
    const auto add = [&settings](const char *name, const QString &value) {
        if (!value.isEmpty())
            settings.emplace_back(name, value.toUtf8());
    };
    add("connect_timeout", QStringLiteral("10"));
    // An idle connection may hold a lock for hours: what stands between must not take it for a dead one.
    add("keepalives_idle", QStringLiteral("60"));
    add("keepalives_interval", QStringLiteral("10"));
    add("keepalives_count", QStringLiteral("6"));
    add("tcp_user_timeout", QStringLiteral("60000")); // nor is a dead one waited for
    add("host", url.host);
    add("port", QString::number(url.port));
    add("user", url.user);
    add("password", url.password);
    add("dbname", url.database);
    const auto options = QUrlQuery(url.options).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : options) // later ones win, so a socket directory here replaces the host
        add(name.toUtf8().constData(), value);
    add("application_name", applicationName);
    add("client_encoding", QStringLiteral("UTF8"));

    std::vector<const char *> names, values;
    for (const auto &[name, value] : settings) {
        names.push_back(name.constData());
        values.push_back(value.constData());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(PQconnectdbParams(names.data(), values.data(), 0), url.display(), access));
    if (!connection->isUsable())
        return fail(connection->connectionError());
    PQsetNoticeReceiver(connection->m_connection, ignoreNotice, nullptr);
    PFX_TRY(connection->executeScript(QStringLiteral("SET TimeZone = 'UTC'; SET default_transaction_read_only = %1")
                                          .arg(access == Access::Read ? QStringLiteral("on") : QStringLiteral("off"))));
    // Ours are kept open and mean something while they are idle: a lock, that this program is here.
    if (connection->serverVersion() >= 140000)
        PFX_TRY(connection->executeScript(QStringLiteral("SET idle_session_timeout = 0")));
    return connection;
}

PostgresConnection::PostgresConnection(pg_conn *connection, QString where, Access access)
    : m_connection(connection), m_where(std::move(where)), m_access(access)
{}

PostgresConnection::~PostgresConnection()
{
    PQfinish(m_connection);
}

base::Error PostgresConnection::connectionError() const
{
    return postgresConnectionError(m_connection, m_where);
}

bool PostgresConnection::isUsable() const
{
    return PQstatus(m_connection) == CONNECTION_OK;
}

bool PostgresConnection::inTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(m_connection);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

int PostgresConnection::serverVersion() const
{
    return PQserverVersion(m_connection);
}

base::Result<PostgresParams> PostgresConnection::paramsFor(const NumberedSql &sql, const Params &params) const
{
    PostgresParams out(sql.names.size());
    qsizetype bound = 0;
    for (const auto &[name, value] : params) {
        const qsizetype index = sql.names.indexOf(name);
        if (index < 0)
            continue; // a clause that was left out
        out.set(index, value);
        ++bound;
    }
    if (bound < sql.names.size())
        return fail(ErrorCode::Internal,
                    QStringLiteral("a parameter of the statement has no value [%1]").arg(QString::fromUtf8(sql.sql)));
    return out;
}

base::Result<PostgresConnection::Result> PostgresConnection::query(const QString &sql, const Params &params)
{
    const NumberedSql numbered = numberParameters(expandTokens(Backend::Postgresql, sql));
    PFX_ASSIGN(PostgresParams bound, paramsFor(numbered, params));
    Result result(PQexecParams(m_connection, numbered.sql.constData(), bound.count(), bound.types(), bound.values(), bound.lengths(),
                               bound.formats(), 0));
    if (!result)
        return fail(connectionError());
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return result;
    base::Error error = postgresError(result.get(), m_where);
    error.detail += QStringLiteral(" [%1]").arg(sql);
    return fail(std::move(error));
}

base::Result<Rows> PostgresConnection::select(const QString &sql, const Params &params)
{
    PFX_ASSIGN(const Result result, query(sql, params));
    const auto columns = columnsOf(result.get());
    const int count = PQntuples(result.get());
    Rows rows;
    rows.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        rows.push_back(readRow(result.get(), i, columns));
    return rows;
}

base::Result<qint64> PostgresConnection::execute(const QString &sql, const Params &params)
{
    PFX_ASSIGN(const Result result, query(sql, params));
    if (QByteArrayView(PQcmdStatus(result.get())).startsWith("SELECT"))
        return 0;
    return QByteArrayView(PQcmdTuples(result.get())).toLongLong();
}

base::Result<qint64> PostgresConnection::executeLong(const QString &sql, const base::StopToken &stop)
{
    const std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> canceller(PQgetCancel(m_connection), &PQfreeCancel);
    std::mutex mutex;
    std::condition_variable_any wake;
    bool over = false;
    constexpr std::chrono::milliseconds cancelAgainAfter{50};
    // Asking the server to break off takes a connection of its own: not for the thread that wants the stop, which may be the window's.
    std::thread watcher([&] {
        std::unique_lock lock(mutex);
        wake.wait(lock, stop, [&over] { return over; });
        // Again and again: what arrives before the statement has begun is forgotten by the server.
        while (!over) {
            char reason[256];
            PQcancel(canceller.get(), reason, sizeof reason);
            wake.wait_for(lock, cancelAgainAfter, [&over] { return over; });
        }
    });
    auto changed = execute(sql);
    {
        const std::lock_guard lock(mutex);
        over = true;
    }
    wake.notify_all();
    watcher.join();
    return changed;
}

base::Result<void> PostgresConnection::forEach(const QString &sql, const Params &params,
                                               const std::function<base::Result<void>(const Row &)> &each)
{
    const NumberedSql numbered = numberParameters(expandTokens(Backend::Postgresql, sql));
    PFX_ASSIGN(PostgresParams bound, paramsFor(numbered, params));
    if (!PQsendQueryParams(m_connection, numbered.sql.constData(), bound.count(), bound.types(), bound.values(), bound.lengths(),
                           bound.formats(), 0))
        return fail(connectionError());
    PQsetSingleRowMode(m_connection);
    std::shared_ptr<const Row::Columns> columns;
    base::Result<void> outcome;
    // Every answer is taken off the connection, also after the reader has had enough, or the next statement could not be sent.
    while (Result result{PQgetResult(m_connection)}) {
        const ExecStatusType status = PQresultStatus(result.get());
        if (!outcome)
            continue;
        if (status == PGRES_SINGLE_TUPLE) {
            if (!columns)
                columns = columnsOf(result.get());
            outcome = each(readRow(result.get(), 0, columns));
        } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
            outcome = fail(postgresError(result.get(), m_where));
        }
    }
    return outcome;
}

base::Result<void> PostgresConnection::preparePipeline(const NumberedSql &sql, const std::vector<Params> &sets)
{
    // The first value that is not NULL decides a parameter's type.
    PostgresParams types(sql.names.size());
    for (qsizetype i = 0; i < sql.names.size(); ++i) {
        for (const Params &set : sets) {
            const auto found = std::find_if(set.cbegin(), set.cend(), [&](const auto &pair) { return pair.first == sql.names.at(i); });
            if (found != set.cend() && !std::holds_alternative<std::monostate>(found->second)) {
                types.set(i, found->second);
                break;
            }
        }
    }
    const Result result(PQprepare(m_connection, unnamed, sql.sql.constData(), types.count(), types.types()));
    if (!result)
        return fail(connectionError());
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        return fail(postgresError(result.get(), m_where));
    return {};
}

base::Result<void> PostgresConnection::finishPipeline()
{
    base::Result<void> outcome;
    if (!PQpipelineSync(m_connection))
        return fail(connectionError());
    // An empty result ends one statement's answers; two of them in a row come only when the connection has gone.
    for (int empty = 0; empty < 2;) {
        const Result result(PQgetResult(m_connection));
        empty = result ? 0 : empty + 1;
        if (!result)
            continue;
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC)
            return outcome;
        if (outcome && status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            outcome = fail(postgresError(result.get(), m_where));
    }
    return fail(connectionError());
}

base::Result<void> PostgresConnection::runPipeline(const NumberedSql &sql, const std::vector<Params> &sets, size_t from, size_t to)
{
    for (size_t i = from; i < to; ++i) {
        auto bound = paramsFor(sql, sets[i]);
        if (!bound) {
            (void)finishPipeline();
            return fail(std::move(bound).error());
        }
        if (!PQsendQueryPrepared(m_connection, unnamed, bound->count(), bound->values(), bound->lengths(), bound->formats(), 0))
            return fail(connectionError());
    }
    return finishPipeline();
}

base::Result<void> PostgresConnection::executeMany(const QString &sql, const std::vector<Params> &sets)
{
    if (sets.empty())
        return {};
    const NumberedSql numbered = numberParameters(expandTokens(Backend::Postgresql, sql));
    PFX_TRY(preparePipeline(numbered, sets));
    base::Result<void> outcome;
    if (!PQenterPipelineMode(m_connection))
        outcome = fail(connectionError());
    for (size_t from = 0; outcome && from < sets.size(); from += pipelineChunk)
        outcome = runPipeline(numbered, sets, from, std::min(from + pipelineChunk, sets.size()));
    PQexitPipelineMode(m_connection);
    return outcome;
}

base::Result<void> PostgresConnection::copyInto(const QString &table, const RowBlock &rows)
{
    const QByteArray sql = QStringLiteral("COPY %1 (%2) FROM STDIN").arg(table, columnList(rows.columns)).toUtf8();
    const Result started(PQexec(m_connection, sql.constData()));
    if (PQresultStatus(started.get()) != PGRES_COPY_IN)
        return started ? fail(postgresError(started.get(), table)) : fail(connectionError());
    QByteArray buffer;
    buffer.reserve(copyChunk + 4096);
    const qsizetype width = rows.columns.size();
    bool sent = true;
    for (qsizetype row = 0; sent && row < rows.rowCount(); ++row) {
        appendCopyRow(buffer, rows.cells.data() + row * width, width);
        if (buffer.size() >= copyChunk || row + 1 == rows.rowCount()) {
            sent = PQputCopyData(m_connection, buffer.constData(), static_cast<int>(buffer.size())) == 1;
            buffer.resize(0);
        }
    }
    if (!sent || PQputCopyEnd(m_connection, nullptr) != 1)
        return fail(connectionError());
    base::Result<void> outcome;
    while (const Result result{PQgetResult(m_connection)}) {
        if (outcome && PQresultStatus(result.get()) != PGRES_COMMAND_OK)
            outcome = fail(postgresError(result.get(), table));
    }
    return outcome;
}

base::Result<void> PostgresConnection::insert(const RowBlock &rows, OnConflict onConflict)
{
    const qsizetype width = rows.columns.size();
    if (width == 0 || rows.cells.size() % static_cast<size_t>(width) != 0)
        return fail(ErrorCode::Internal, QStringLiteral("a block of rows is not whole"), rows.table);
    if (rows.cells.empty())
        return {};
    if (onConflict == OnConflict::Fail)
        return copyInto(rows.table, rows);
    // COPY knows no ON CONFLICT: the rows go through a temporary table with just these columns.
    const QString columns = columnList(rows.columns);
    const QString staging = QStringLiteral("pfx_staging_%1_%2").arg(rows.table).arg(qHash(columns), 0, 16);
    PFX_TRY(executeScript(QStringLiteral("CREATE TEMPORARY TABLE IF NOT EXISTS %1 AS SELECT %2 FROM %3 WITH NO DATA; TRUNCATE %1")
                              .arg(staging, columns, rows.table)));
    PFX_TRY(copyInto(staging, rows));
    PFX_TRY(executeScript(QStringLiteral("INSERT INTO %1 (%2) SELECT %2 FROM %3 ON CONFLICT DO NOTHING; TRUNCATE %3")
                              .arg(rows.table, columns, staging)));
    return {};
}

base::Result<void> PostgresConnection::setDurability(Durability durability)
{
    if (durability == m_durability)
        return {};
    PFX_TRY(executeScript(durability == Durability::Disk ? QStringLiteral("RESET synchronous_commit")
                                                         : QStringLiteral("SET synchronous_commit = off")));
    m_durability = durability;
    return {};
}

base::Result<void> PostgresConnection::begin()
{
    return executeScript(m_access == Access::Write ? QStringLiteral("BEGIN")
                                                   : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
}

base::Result<void> PostgresConnection::commit()
{
    // COMMIT of a failed transaction succeeds as a ROLLBACK: that must not be taken for success.
    if (PQtransactionStatus(m_connection) == PQTRANS_INERROR) {
        PFX_TRY(rollback());
        return fail(ErrorCode::Storage, QStringLiteral("the transaction had failed and was rolled back"), m_where);
    }
    return executeScript(QStringLiteral("COMMIT"));
}

base::Result<void> PostgresConnection::rollback()
{
    return executeScript(QStringLiteral("ROLLBACK"));
}

base::Result<void> PostgresConnection::executeScript(const QString &sql)
{
    const Result result(PQexec(m_connection, sql.toUtf8().constData()));
    if (!result)
        return fail(connectionError());
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return {};
    return fail(postgresError(result.get(), m_where));
}

} // namespace pfx::store
