// SPDX-License-Identifier: GPL-3.0-or-later
// What the person chose for an import run. A value, kept with the run as JSON (never with a token in it).
#pragma once

#include "core/base/result.h"
#include "core/migration/mapping.h"
#include "core/records/records.h"

namespace pfx::migration {

enum class DuplicatePolicy { Skip, Update, New };
enum class UpdatePolicy { OnlyEmpty, All };

struct ImportOptions
{
    records::System system = records::System::Amocrm;
    QString account;           ///< Empty: what the file says, else the only known one, else "default".
    QString defaultEmployee;   ///< Id, e-mail or name. Mandatory.
    QString pipeline;          ///< Id or name: all deals go there; empty: the file's pipelines.
    QString dealSource;        ///< For all deals; empty: as the file says.
    QString dealType;
    DuplicatePolicy duplicates = DuplicatePolicy::Skip;
    UpdatePolicy update = UpdatePolicy::OnlyEmpty;
    Mapping mapping;
    bool dryRun = false;

    QByteArray toJson() const;
    static base::Result<ImportOptions> fromJson(const QByteArray &json);
};

} // namespace pfx::migration
