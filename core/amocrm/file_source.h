// SPDX-License-Identifier: GPL-3.0-or-later
// Opens an exported file of amoCRM (the JSON of the migration guide, API v4 pages, or the CSV and XLSX of its screens) as a source of
// records. The form is told from the content, not from the name. Any thread; the source itself belongs to one thread at a time.
// SourceUnreadable when the path is no regular file or the content is none of these.
#pragma once

#include "core/records/record_source.h"

#include <memory>

namespace pfx::amocrm {

base::Result<std::unique_ptr<records::RecordSource>> openFileSource(const QString &path);

} // namespace pfx::amocrm
