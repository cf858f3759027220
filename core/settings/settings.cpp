// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include <QJsonDocument>
#include <QUuid>

namespace pfx::settings {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

// Not in the table of definitions: nobody sets them by hand.
const QString revisionKey = QStringLiteral("settings.revision");
const QString storeIdKey = QStringLiteral("store.id");

/// Empty when it was never set.
Result<QString> get(Connection &db, const QString &key)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT value FROM settings WHERE key = :key"), {{QStringLiteral("key"), key}}));
    return rows.empty() ? QString() : rows.front().text(QStringLiteral("value"));
}

Result<void> put(Connection &db, const QString &key, const QString &value)
{
    PFX_TRY(db.execute(QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, :value)"
                                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                       {{QStringLiteral("key"), key}, {QStringLiteral("value"), value}}));
    return {};
}

/// Each name must have the setting of its family, or be one of the words that need none.
Result<void> checkNames(Connection &db, const Definition &definition, const QString &names)
{
    for (const QString &name : names.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString key = QString(definition.family).replace(QLatin1String("<name>"), name);
        const Definition *family = find(key);
        PFX_ASSIGN(const QString kept, get(db, key));
        if (kept.isEmpty() && !(family && family->words.contains(name)))
            return base::fail(ErrorCode::Validation, QStringLiteral("“%1” is unknown: set %2 first").arg(name, key), definition.key);
    }
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

QStringList Settings::namesIn(const QString &prefix, const QString &suffix) const
{
    QStringList names;
    for (auto at = m_values.cbegin(); at != m_values.cend(); ++at) {
        if (at.key().startsWith(prefix) && at.key().endsWith(suffix) && at.key().size() > prefix.size() + suffix.size())
            names.append(at.key().mid(prefix.size(), at.key().size() - prefix.size() - suffix.size()));
    }
    names.sort();
    return names;
}

QJsonObject Settings::map(const QString &key) const
{
    return QJsonDocument::fromJson(text(key).toUtf8()).object();
}

QStringList Settings::members(const Definition &definition) const
{
    QStringList keys;
    for (auto it = m_values.begin(); it != m_values.end(); ++it) {
        if (find(it.key()) == &definition && it.key() != definition.key)
            keys.append(it.key());
    }
    keys.sort();
    return keys;
}

Result<QString> value(Connection &db, const QString &key)
{
    const Definition *definition = find(key);
    Q_ASSERT(definition);
    PFX_ASSIGN(QString kept, get(db, key));
    return kept.isEmpty() && definition ? definition->byDefault : kept;
}

Result<void> write(Connection &db, const QString &key, const QString &value)
{
    const Definition *definition = find(key);
    if (!definition)
        return base::fail(ErrorCode::NotFound, key, QStringLiteral("setting"));
    auto checkedText = checked(*definition, value);
    if (!checkedText)
        return base::fail(ErrorCode::Validation, checkedText.error().detail, key);
    const QString kept = *std::move(checkedText);
    if (definition->kind == Kind::Names)
        PFX_TRY(checkNames(db, *definition, kept));
    if (kept.isEmpty() || kept == definition->byDefault) {
        PFX_TRY(db.execute(QStringLiteral("DELETE FROM settings WHERE key = :key"), {{QStringLiteral("key"), key}}));
    } else {
        PFX_TRY(put(db, key, kept));
    }
    return touch(db);
}

Result<qint64> revision(Connection &db)
{
    return get(db, revisionKey).map([](const QString &value) { return value.toLongLong(); });
}

Result<void> touch(Connection &db)
{
    PFX_ASSIGN(const qint64 before, revision(db));
    return put(db, revisionKey, QString::number(before + 1));
}

Result<QString> knownStoreId(Connection &db)
{
    return get(db, storeIdKey);
}

Result<QString> storeId(Connection &db)
{
    PFX_ASSIGN(QString id, get(db, storeIdKey));
    if (id.isEmpty()) {
        id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        PFX_TRY(put(db, storeIdKey, id));
    }
    return id;
}

} // namespace pfx::settings
