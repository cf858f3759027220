// SPDX-License-Identifier: GPL-3.0-or-later
// The complex filters of list calls. Pure. Guesses where the specification is silent: texts are compared without regard to case; an equal
// date with a time is the whole minute, so "gt 10:41" leaves all of 10:41 out.
#pragma once

#include "app/demo/planfix/account_state.h"
#include "app/demo/planfix/rest_spec.h"

namespace pfx::fake {

class RowFilter {
public:
    /// `family`: "task", "contact" … of rest.json.
    RowFilter(const RestSpec &spec, const AccountState &state, QString family, QDateTime now)
        : m_spec(spec), m_state(state), m_family(std::move(family)), m_now(std::move(now))
    {
    }

    /// Says what the specification does not allow; empty when all of it is known.
    QStringList problems(const QJsonArray &filters) const;
    /// Filters that have no problems; all must hold.
    bool matches(const QJsonObject &row, const QJsonArray &filters) const;

private:
    struct Rule {
        QString kind; ///< "date", "ids", "part" …
        QStringList members; ///< Of the row; empty: the value of a custom field.
        QStringList fieldTypes;
    };

    Rule rule(const QJsonObject &filter) const;
    QString problem(const QJsonObject &filter) const;
    QJsonArray values(const QJsonObject &row, const QJsonObject &filter, const Rule &rule) const;
    bool holds(const QJsonObject &row, const QJsonObject &filter) const;
    bool compare(const QJsonValue &left, const QString &kind, const QJsonObject &filter) const;
    bool compareDate(const QJsonValue &left, const QJsonObject &filter) const;

    const RestSpec &m_spec;
    const AccountState &m_state;
    QString m_family;
    QDateTime m_now;
};

} // namespace pfx::fake
