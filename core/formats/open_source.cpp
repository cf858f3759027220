// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/open_source.h"

#include "core/formats/json_source.h"
#include "core/formats/table_source.h"

namespace pfx::formats {

base::Result<std::unique_ptr<records::RecordSource>> openSource(const QString &path, std::unique_ptr<JsonDialect> dialect, ColumnRows columns)
{
    PFX_ASSIGN(auto file, SourceFile::open(path));
    PFX_ASSIGN(const FileForm form, recognise(*file));
    if (form == FileForm::Json)
        return std::make_unique<JsonSource>(std::move(file), std::move(dialect));
    PFX_ASSIGN(auto table, makeTable(form, file));
    return std::make_unique<TableSource>(std::move(file), std::move(table), std::move(columns));
}

} // namespace pfx::formats
