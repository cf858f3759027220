// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/account_state.h"

#include "app/demo/planfix/rest_spec.h"

namespace pfx::fake {

namespace {

qint64 numberOf(const QJsonObject &row)
{
    if (row.contains(u"_n")) // its id is a word
        return row[u"_n"].toInteger();
    return row.contains(u"id") ? plainId(row[u"id"]) : row[u"key"].toInteger();
}

} // namespace

AccountState::AccountState(const QJsonObject &saved)
    : m_zone(saved[u"timezone"].toString(QStringLiteral("UTC")).toLatin1()), m_keys(saved[u"keys"].toArray())
{
    const QJsonObject tables = saved[u"tables"].toObject();
    for (const QString &table : tables.keys()) {
        for (const QJsonValue row : tables[table].toArray())
            put(table, row.toObject());
    }
    const QJsonObject next = saved[u"next"].toObject();
    for (const QString &table : next.keys())
        m_next.insert(table, next[table].toInteger());
}

QJsonObject AccountState::save() const
{
    QJsonObject tables;
    for (auto table = m_tables.cbegin(); table != m_tables.cend(); ++table) {
        QJsonArray rows;
        for (const QJsonObject &row : table.value())
            rows.append(row);
        tables.insert(table.key(), rows);
    }
    QJsonObject next;
    for (auto number = m_next.cbegin(); number != m_next.cend(); ++number)
        next.insert(number.key(), number.value());
    return {{QStringLiteral("timezone"), QString::fromLatin1(m_zone.id())},
            {QStringLiteral("keys"), m_keys},
            {QStringLiteral("tables"), tables},
            {QStringLiteral("next"), next}};
}

std::optional<QJsonObject> AccountState::find(const QString &table, qint64 id) const
{
    const auto rows = m_tables.constFind(table);
    if (rows == m_tables.cend() || !rows->contains(id))
        return {};
    return rows->value(id);
}

void AccountState::put(const QString &table, const QJsonObject &row)
{
    m_tables[table].insert(numberOf(row), row);
}

qint64 AccountState::nextId(const QString &table)
{
    const Rows &rows = m_tables[table];
    const qint64 id = qMax(m_next.value(table, 1), rows.isEmpty() ? 1 : rows.lastKey() + 1);
    m_next[table] = id + 1;
    return id;
}

std::optional<QJsonObject> AccountState::person(const QJsonValue &reference) const
{
    const QString text = reference.isString() ? reference.toString() : QStringLiteral("contact:%1").arg(reference.toInteger(-1));
    const qint64 id = plainId(text);
    const QString kind = text.contains(u':') ? text.section(u':', 0, 0) : QStringLiteral("contact");
    const auto row = find(kind == u"user"        ? QStringLiteral("users")
                              : kind == u"group" ? QStringLiteral("userGroups")
                                                 : QStringLiteral("contacts"),
                          id);
    if (!row)
        return {};
    const QStringList names{row->value(u"name").toString(), row->value(u"lastname").toString()};
    return QJsonObject{{QStringLiteral("id"), QStringLiteral("%1:%2").arg(kind).arg(id)},
                       {QStringLiteral("name"), names.join(u' ').trimmed()}};
}

QJsonObject withKey(QJsonObject account, const QString &key, const std::optional<QStringList> &scopes)
{
    QJsonArray keys;
    for (const QJsonValue old : account[u"keys"].toArray()) {
        if (old[u"key"].toString() != key)
            keys.append(old);
    }
    QJsonObject added{{QStringLiteral("key"), key}, {QStringLiteral("user"), QStringLiteral("user:1")}};
    if (scopes)
        added.insert(QStringLiteral("scopes"), QJsonArray::fromStringList(*scopes));
    keys.append(added);
    account.insert(QStringLiteral("keys"), keys);
    return account;
}

} // namespace pfx::fake
