// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/postgres_error.h"

#include <libpq-fe.h>

namespace pfx::store {

using base::ErrorCode;

namespace {

struct Mapping
{
    const char *state; // a whole SQLSTATE or its class
    ErrorCode code;
};

// The first that fits.
constexpr Mapping mappings[] = {
    {"23505", ErrorCode::Conflict},        // unique_violation
    {"23503", ErrorCode::Conflict},        // foreign_key_violation
    {"23", ErrorCode::Internal},           // NOT NULL or CHECK, which our own rows must satisfy
    {"42501", ErrorCode::StorageReadOnly}, // insufficient_privilege
    {"42", ErrorCode::Internal},           // syntax error, unknown column
    {"57014", ErrorCode::Cancelled},       // query_canceled
    {"53100", ErrorCode::StorageFull},     // disk_full
    {"25006", ErrorCode::StorageReadOnly}, // read_only_sql_transaction
    {"55P03", ErrorCode::StorageLocked},   // lock_not_available
    {"40", ErrorCode::StorageLocked},      // serialization failure, deadlock
    {"XX001", ErrorCode::StorageDamaged},  // data_corrupted
    {"XX002", ErrorCode::StorageDamaged},  // index_corrupted
};

} // namespace

base::Error postgresError(const pg_result *result, const QString &where)
{
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    ErrorCode code = ErrorCode::Storage;
    for (const Mapping &mapping : mappings) {
        if (state.startsWith(mapping.state)) {
            code = mapping.code;
            break;
        }
    }
    return {code, QString::fromUtf8(PQresultErrorMessage(result)).trimmed(), where};
}

base::Error postgresConnectionError(const pg_conn *connection, const QString &where)
{
    return {ErrorCode::Storage, QString::fromUtf8(PQerrorMessage(connection)).trimmed(), where};
}

} // namespace pfx::store
