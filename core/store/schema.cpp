// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/sql_text.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace pfx::store {

using base::ErrorCode;
using base::fail;

base::Result<Schema> Schema::builtIn(Backend backend)
{
    return fromDirectory(backend, QStringLiteral(":/sql"));
}

base::Result<Schema> Schema::fromDirectory(Backend backend, const QString &path)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4})_[a-z0-9_]+(?:\\.(sqlite|postgresql))?\\.sql$"));
    const QString own = backend == Backend::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
    Schema schema;
    const QStringList names = QDir(path).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QRegularExpressionMatch match = form.match(name);
        if (!match.hasMatch())
            return fail(ErrorCode::Internal, QStringLiteral("not the name of a schema file"), name);
        if (!match.captured(2).isEmpty() && match.captured(2) != own)
            continue;
        QFile file(path + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Internal, file.errorString(), name);
        const qint64 version = match.captured(1).toLongLong();
        if (version != schema.newest() + 1)
            return fail(ErrorCode::Internal, QStringLiteral("schema versions must follow one another"), name);
        schema.m_steps.append({version, name, expandSchemaTokens(backend, QString::fromUtf8(file.readAll()))});
    }
    if (schema.m_steps.isEmpty())
        return fail(ErrorCode::Internal, QStringLiteral("the schema is empty"), path);
    return schema;
}

QVector<SchemaStep> Schema::after(qint64 version) const
{
    return m_steps.mid(static_cast<qsizetype>(qBound<qint64>(0, version, newest())));
}

} // namespace pfx::store
