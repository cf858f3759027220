// SPDX-License-Identifier: GPL-3.0-or-later
// Every setting of the program in one table: key, kind of value, default. `config list`, the settings page, checks before writing and
// typed reading all go by it. Secrets are no settings (core/secrets). Values; any thread.
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <QVector>

namespace pfx::settings {

enum class Kind {
    Text,
    Integer,
    Decimal,
    Flag,          ///< true or false
    Id,            ///< A number of a remote object; empty for none.
    JsonMap,       ///< A JSON object of texts or numbers; empty for {}.
    Url,           ///< https, or http for loopback only; empty for none.
    ListenAddress, ///< address:port
    Networks,      ///< Comma-separated addresses or subnets (10.0.0.0/8).
    File,          ///< An absolute path; empty for none.
    Json,          ///< A JSON object of anything; empty for {}.
    JsonList,      ///< A JSON list of texts or objects; empty for [].
    Names,         ///< Comma-separated names of members of another family of settings (Definition::family).
    Address,       ///< Where a provider is reached: https, http on loopback, smpp, smpps, or the path of a file; empty for its own.
    Account,       ///< A Planfix account's name or address; empty for none.
    Hours,         ///< 21:00-09:00; empty for none.
};

struct Definition
{
    QString key; ///< With <name> in it: one setting for each name ("mailing.forward.<name>.url").
    Kind kind = Kind::Text;
    QString byDefault;
    double least = 0; ///< Of Integer and Decimal.
    double most = 0;
    QStringList words = {}; ///< Of Text: the only values there are.
    /// Of Names: the pattern of a key that each of them must have ("provider.<name>.driver"), unless it is one of that key's words.
    QString family = {};
};

const QVector<Definition> &definitions();
/// Null when there is no such setting. Of one for each name, the definition with <name> in its key.
const Definition *find(const QString &key);
/// "integer", "url", … as `config list` names the kinds.
QString name(Kind kind);

/// The value as it is kept (trimmed, numbers and flags in one spelling), or Validation with the key in `where` and the reason in `detail`.
base::Result<QString> checked(const Definition &definition, const QString &value);

} // namespace pfx::settings
