// SPDX-License-Identifier: GPL-3.0-or-later
// One validating pass over a JSON file that finds where its records lie, whatever the order of the sections and the form: one document
// with sections, a page of an API answer, an array of pages, a page or a record a line, a batch answer, a bare array or a single record.
// Memory grows with the number of pages (24 bytes each), not of records. One thread.
#pragma once

#include "core/base/stop_token.h"
#include "core/formats/json_dialect.h"
#include "core/formats/json_stream.h"
#include "core/formats/source_file.h"

namespace pfx::formats {

/// What many runs of records have in common: a file may have a page, and with it a run, for each record.
struct JsonSegmentKind
{
    Slot slot = Slot::None;
    QByteArray label;   ///< The key in the file ("contacts"): the beginning of a record's place.
    bool keyed = false; ///< The members of a map: what PHP's json_encode makes of a list with gaps.

    bool operator==(const JsonSegmentKind &) const = default;
};

/// A run of records in the file.
struct JsonSegment
{
    qint64 begin = 0;  ///< At or before the first record.
    qint64 count = 0;
    quint32 kind = 0;  ///< In JsonIndex::kinds.
};

/// Brings the stream from behind one record of the run to the next: over the comma and, in a map, over the key.
bool toRow(JsonStream &stream, const JsonSegmentKind &kind);

struct JsonIndex
{
    std::vector<JsonSegmentKind> kinds;
    std::vector<JsonSegment> segments;
    std::vector<records::UnknownSection> unknownSections;
    JsonFindings findings;
    QString form; ///< json, json-pages, json-lines
    QByteArray digest;
    bool bom = false;
    bool dealContactsAlone = false; ///< Rows that link contacts to a deal they don't name.

    const JsonSegmentKind &kindOf(const JsonSegment &segment) const { return kinds[segment.kind]; }
    /// The number of a kind, which is added when it is new.
    quint32 numberOf(const JsonSegmentKind &kind);

    static base::Result<JsonIndex> build(const std::shared_ptr<SourceFile> &file, const JsonDialect &dialect, const base::StopToken &stop,
                                         const records::RecordSource::Progress &progress);
};

} // namespace pfx::formats
