// SPDX-License-Identifier: GPL-3.0-or-later
// What the specification knows, read from data/rest.json: the calls with their parameters and bodies, the selectable fields, the filters.
// Immutable; any thread.
#pragma once

#include "app/demo/planfix/message.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace pfx::fake {

struct SpecCall {
    QString name; ///< "POST /task/{id}"
    QByteArray method;
    QStringList segments;
    QStringList scopes; ///< All are needed; none: any key will do.
    QHash<QString, QString> path; ///< Placeholder to type.
    QJsonObject query; ///< Parameter to type.
    QString body; ///< Type of the JSON body; empty: none.
    QStringList form; ///< Parts of a multipart body; empty: none.
    QString payload; ///< The member of the answer that holds what was asked for.
    QString fields; ///< Name of the set of selectable fields; empty: all is told.
    QString handler; ///< Empty: the specification has it, the fake does not.
    QString subject; ///< What the handler is about: a table, a kind of field.
};

using Placeholders = QHash<QString, QString>;

struct Found {
    const SpecCall *call = nullptr;
    Placeholders placeholders;
};

class RestSpec {
public:
    RestSpec();

    /// `path` after "/rest".
    std::optional<Found> find(const QByteArray &method, const QString &path) const;
    /// Says what is wrong with the value, each with its path; empty when nothing is.
    QStringList problems(const QJsonValue &value, const QString &type, const QString &path) const;
    QStringList problems(const QUrlQuery &query, const SpecCall &call) const;
    /// The type of a custom field's value in a request; empty for a kind that cannot be written.
    QString valueType(int fieldType) const;
    QStringList fields(const QString &set) const { return m_fields.value(set); }
    /// "date dateOfLastUpdate"; empty: unknown; "known": only the specification has it.
    QString filter(const QString &family, int type) const;

private:
    bool fits(const QJsonValue &value, const QString &type) const;

    std::vector<SpecCall> m_calls;
    QHash<QString, QJsonObject> m_types;
    QJsonObject m_values;
    QHash<QString, QStringList> m_fields;
    QJsonObject m_filters;
};

/// Before a resource ":/fake_planfix/…" is read.
void bringDataIn();

/// "7", "contact:7" and "user:7" are 7; -1 for anything else.
qint64 plainId(const QString &text);
qint64 plainId(const QJsonValue &value);

} // namespace pfx::fake
