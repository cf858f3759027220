// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include <QJsonDocument>

namespace pfx::settings {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

// Not in the table of definitions: nobody sets it by hand.
const QString revisionKey = QStringLiteral("settings.revision");

Result<void> put(Connection &db, const QString &key, const QString &value)
{
    PFX_TRY(db.execute(QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, :value)"
                                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                       {{QStringLiteral("key"), key}, {QStringLiteral("value"), value}}));
    return {};
}

} // namespace

Result<Settings> Settings::load(Connection &db)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT key, value FROM settings")));
    Settings settings;
    for (const store::Row &row : rows) {
        const QString key = row.text(QStringLiteral("key"));
        if (key == revisionKey)
            settings.m_revision = row.text(QStringLiteral("value")).toLongLong();
        else if (find(key))
            settings.m_values.insert(key, row.text(QStringLiteral("value")));
    }
    return settings;
}

QString Settings::text(const QString &key) const
{
    const Definition *definition = find(key);
    Q_ASSERT(definition);
    return m_values.value(key, definition ? definition->byDefault : QString());
}

qint64 Settings::integer(const QString &key) const
{
    return text(key).toLongLong();
}

double Settings::decimal(const QString &key) const
{
    return text(key).toDouble();
}

bool Settings::flag(const QString &key) const
{
    return text(key) == QLatin1String("true");
}

QJsonObject Settings::map(const QString &key) const
{
    return QJsonDocument::fromJson(text(key).toUtf8()).object();
}

Result<void> write(Connection &db, const QString &key, const QString &value)
{
    const Definition *definition = find(key);
    if (!definition)
        return base::fail(ErrorCode::NotFound, key, QStringLiteral("setting"));
    PFX_ASSIGN(const QString kept, checked(*definition, value));
    if (kept.isEmpty() || kept == definition->byDefault) {
        PFX_TRY(db.execute(QStringLiteral("DELETE FROM settings WHERE key = :key"), {{QStringLiteral("key"), key}}));
    } else {
        PFX_TRY(put(db, key, kept));
    }
    PFX_ASSIGN(const qint64 before, revision(db));
    return put(db, revisionKey, QString::number(before + 1));
}

Result<qint64> revision(Connection &db)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT value FROM settings WHERE key = :key"),
                                          {{QStringLiteral("key"), revisionKey}}));
    return rows.empty() ? 0 : rows.front().text(QStringLiteral("value")).toLongLong();
}

} // namespace pfx::settings
