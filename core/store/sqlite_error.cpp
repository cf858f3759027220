// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>

namespace pfx::store {

using base::ErrorCode;

namespace {

// SQLite reports a failed write as SQLITE_FULL only for some calls; the system's reason decides the rest.
bool isOutOfSpace(int systemError)
{
#ifdef EDQUOT
    if (systemError == EDQUOT)
        return true;
#endif
    return systemError == ENOSPC || systemError == EFBIG;
}

ErrorCode ioErrorCode(int systemError)
{
    if (isOutOfSpace(systemError))
        return ErrorCode::StorageFull;
    if (systemError == EACCES || systemError == EPERM || systemError == EROFS)
        return ErrorCode::StorageReadOnly;
    return ErrorCode::Storage;
}

ErrorCode codeOf(int code, int systemError)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::StorageFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::StorageReadOnly;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::StorageLocked;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::StorageDamaged;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return ioErrorCode(systemError);
    case SQLITE_CONSTRAINT:
        switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return ErrorCode::Conflict;
        default:
            return ErrorCode::Internal; // a NOT NULL or CHECK that our own rows must satisfy
        }
    default:
        return ErrorCode::Storage;
    }
}

// What the system said last of the database's files: sqlite3_system_errno() has often forgotten it when a commit fails.
int fileErrno(sqlite3 *db)
{
    for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) { // the journal is the WAL
        sqlite3_file *file = nullptr;
        int last = 0;
        if (sqlite3_file_control(db, "main", which, &file) == SQLITE_OK && file && file->pMethods
            && file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &last) == SQLITE_OK && last != 0)
            return last;
    }
    return 0;
}

} // namespace

base::Error sqliteError(sqlite3 *db, int code, const QString &where)
{
    int systemError = db ? sqlite3_system_errno(db) : 0;
    if (db && systemError == 0 && (code & 0xff) == SQLITE_IOERR)
        systemError = fileErrno(db);
    const char *message = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    return {codeOf(code, systemError), QString::fromUtf8(message), where};
}

} // namespace pfx::store
