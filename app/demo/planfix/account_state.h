// SPDX-License-Identifier: GPL-3.0-or-later
// All that an account of the fake Planfix holds: tables of rows in the shape of answers, by number. Members that begin with "_" are told to
// nobody. A value; not thread-safe.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace pfx::fake {

class AccountState {
public:
    using Rows = QMap<qint64, QJsonObject>;

    explicit AccountState(const QJsonObject &saved);
    QJsonObject save() const;

    const QTimeZone &zone() const { return m_zone; }
    QJsonArray keys() const { return m_keys; }
    void setKeys(const QJsonArray &keys) { m_keys = keys; }

    Rows rows(const QString &table) const { return m_tables.value(table); }
    std::optional<QJsonObject> find(const QString &table, qint64 id) const;
    bool has(const QString &table, qint64 id) const { return m_tables.value(table).contains(id); }
    void put(const QString &table, const QJsonObject &row);
    void remove(const QString &table, qint64 id) { m_tables[table].remove(id); }
    /// Never given twice.
    qint64 nextId(const QString &table);

    /// "contact:5", "user:3", "group:1", or a plain number of a contact: with its name; none when there is no such.
    std::optional<QJsonObject> person(const QJsonValue &reference) const;

private:
    QTimeZone m_zone;
    QJsonArray m_keys;
    QHash<QString, Rows> m_tables;
    QHash<QString, qint64> m_next;
};

/// The saved account with the key, in place of an older one of the same text. `scopes` none: "not set", which is all.
QJsonObject withKey(QJsonObject account, const QString &key, const std::optional<QStringList> &scopes);

} // namespace pfx::fake
