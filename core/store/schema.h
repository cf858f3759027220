// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of the database: SQL files named NNNN_name[.sqlite|.postgresql].sql, embedded from resources/sql. Version NNNN is reached
// by its file, whole or not at all. Pure reading; any thread.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <QString>
#include <QVector>

namespace pfx::store {

struct SchemaStep
{
    qint64 version = 0;
    QString name; ///< The file's name.
    QString sql;  ///< With the tokens replaced.
};

class Schema
{
public:
    /// What this program brings along.
    static base::Result<Schema> builtIn(Backend backend);
    /// The files of a folder; Internal when a number is missing, double, or a name is not of the form.
    static base::Result<Schema> fromDirectory(Backend backend, const QString &path);

    qint64 newest() const { return m_steps.isEmpty() ? 0 : m_steps.last().version; }
    /// The steps after `version`, in their order.
    QVector<SchemaStep> after(qint64 version) const;

private:
    QVector<SchemaStep> m_steps;
};

} // namespace pfx::store
