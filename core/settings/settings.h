// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a store: a snapshot that is read at once, and the writing of one of them. A running program notices changes, also those
// of another program, by the revision, which grows with every write. Functions of the calling thread's connection.
#pragma once

#include "core/settings/definitions.h"
#include "core/store/connection.h"

#include <QHash>
#include <QJsonObject>

namespace pfx::settings {

/// Values only; any thread. Asking for a key that the table of definitions does not have is our own mistake (Q_ASSERT; empty value).
class Settings
{
public:
    static base::Result<Settings> load(store::Connection &db);

    /// The value as it is kept; the default when it was never set.
    QString text(const QString &key) const;
    qint64 integer(const QString &key) const; ///< 0 for an empty Id.
    double decimal(const QString &key) const;
    bool flag(const QString &key) const;
    QJsonObject map(const QString &key) const;
    /// The names for which such a setting was set ("mailing.forward." and ".url"), in order.
    QStringList namesIn(const QString &prefix, const QString &suffix) const;
    /// Keys that have a value of their own and stand for a definition with "<name>" in it, in order.
    QStringList members(const Definition &definition) const;
    bool isDefault(const QString &key) const { return !m_values.contains(key); }
    qint64 revision() const { return m_revision; }

private:
    QHash<QString, QString> m_values;
    qint64 m_revision = 0;
};

/// One value as it is kept, for code that is inside a transaction and needs nothing else. The key is in the table of definitions.
base::Result<QString> value(store::Connection &db, const QString &key);

/// Writes one value (empty: back to the default); belongs into a Writer job. NotFound for an unknown key, Validation for a bad value and for
/// names that nothing is known about.
base::Result<void> write(store::Connection &db, const QString &key, const QString &value);

base::Result<qint64> revision(store::Connection &db);
/// Something that running programs must read anew has changed beside the settings (a secret). Belongs into a Writer job.
base::Result<void> touch(store::Connection &db);

/// What tells this store from others that use the same remote accounts; made by the first who asks. Belongs into a Writer job.
base::Result<QString> storeId(store::Connection &db);
/// The same where it may only be read; empty while nobody has asked.
base::Result<QString> knownStoreId(store::Connection &db);

} // namespace pfx::settings
