// SPDX-License-Identifier: GPL-3.0-or-later
// One validating pass over a JSON file that finds where its records lie, whatever the order of the sections and the form: one document
// with sections, a page of an API answer, an array of pages, a page or a record a line, a batch answer, a bare array or a single record.
// Memory grows with the number of pages, not of records. One thread.
#pragma once

#include "core/base/stop_token.h"
#include "core/formats/json_dialect.h"
#include "core/formats/json_stream.h"
#include "core/formats/source_file.h"

namespace pfx::formats {

/// A run of records in the file.
struct JsonSegment
{
    Slot slot = Slot::None;
    QByteArray label;  ///< The key in the file ("contacts"): the beginning of a record's place.
    qint64 begin = 0;  ///< At or before the first record.
    qint64 count = 0;
    bool keyed = false; ///< The members of a map: what PHP's json_encode makes of a list with gaps.
};

/// Brings the stream from behind one record of the run to the next: over the comma and, in a map, over the key.
bool toRow(JsonStream &stream, const JsonSegment &segment);

struct JsonIndex
{
    std::vector<JsonSegment> segments;
    JsonFindings findings;
    QString form; ///< json, json-pages, json-lines
    QByteArray digest;
    bool bom = false;
    bool dealContactsAlone = false; ///< Rows that link contacts to a deal they don't name.

    static base::Result<JsonIndex> build(const std::shared_ptr<SourceFile> &file, const JsonDialect &dialect, const base::StopToken &stop,
                                         const records::RecordSource::Progress &progress);
};

} // namespace pfx::formats
