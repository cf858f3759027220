// SPDX-License-Identifier: GPL-3.0-or-later
// The textual differences between SQLite and PostgreSQL: tokens of statements and of SQL files, named parameters as numbered ones, sets as
// one bound value. Pure functions; any thread.
#pragma once

#include "core/store/connection.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace pfx::store {

/// A statement with {keys} and {ids} replaced for the backend.
QString expandTokens(Backend backend, const QString &sql);

/// A schema file with {id}, {without_rowid} and {binary} replaced for the backend.
QString expandSchemaTokens(Backend backend, QString sql);

/// A statement with $1, $2 … instead of :names; `names[i]` is what $(i+1) stands for. Literals, quoted names, comments and casts are left.
struct NumberedSql
{
    QByteArray sql;
    QStringList names;
};
NumberedSql numberParameters(const QString &sql);

/// "INSERT INTO t (a, b) VALUES (?, ?)" or what the bulk path of PostgreSQL needs: names are ours and never come from outside.
QString columnList(const QStringList &columns);

/// UTF-8 of a text as both databases can keep it: U+FFFD stands for NUL, which PostgreSQL refuses, and for half a surrogate
/// pair.
QByteArray storableUtf8(QStringView text);

} // namespace pfx::store
