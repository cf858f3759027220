// SPDX-License-Identifier: GPL-3.0-or-later
// Opens an exported file of amoCRM (the JSON of the migration guide, API v4 pages, or the CSV and XLSX of its screens) as a source of
// records. The form is told from the content, not from the name. Any thread; the source itself belongs to one thread at a time.
// SourceUnreadable when the path is no regular file or the content is none of these.
#pragma once

#include "core/formats/column_rows.h"
#include "core/formats/raw_document.h"

#include <memory>

namespace pfx::amocrm {

base::Result<std::unique_ptr<records::RecordSource>> openFileSource(const QString &path);
/// The same; a table that is clearly an export of `other` is refused, as JSON is.
base::Result<std::unique_ptr<records::RecordSource>> openFileSource(const QString &path, const formats::ExportColumns *other);

/// Failed rows as a file of their own, importable again into the same account. `head` is the source's documentHead().
QByteArray documentOf(const QByteArray &head, const QString &account, const formats::RawRows &rows);

} // namespace pfx::amocrm
