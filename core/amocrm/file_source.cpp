// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/file_source.h"

#include "core/amocrm/column_names.h"
#include "core/amocrm/json_rows.h"
#include "core/formats/open_source.h"

namespace pfx::amocrm {

base::Result<std::unique_ptr<records::RecordSource>> openFileSource(const QString &path)
{
    return openFileSource(path, nullptr);
}

base::Result<std::unique_ptr<records::RecordSource>> openFileSource(const QString &path, const formats::ExportColumns *other)
{
    return formats::openSource(path, std::make_unique<JsonRows>(), formats::ColumnRows(exportColumns(), other));
}

QByteArray documentOf(const QByteArray &head, const QString &account, const formats::RawRows &rows)
{
    return formats::isTableHead(head) ? formats::tableDocument(head, rows) : formats::jsonDocument(JsonRows(), head, account, rows);
}

} // namespace pfx::amocrm
