// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a file of raw rows (SourceItem::raw) again, in the form of the source they came from and importable like it. Needs no file: the
// source may have gone when its failed rows are asked for. Any thread.
#pragma once

#include "core/formats/json_dialect.h"

namespace pfx::formats {

using RawRows = QVector<std::pair<records::Section, QByteArray>>;

/// One object with an array for each of the sections, in the order in which they first appear. `head`: RecordSource::documentHead(), whose
/// arrays come first.
QByteArray jsonDocument(const JsonDialect &dialect, const QByteArray &head, const QString &account, const RawRows &rows);
QByteArray tableDocument(const QByteArray &head, const RawRows &rows);
/// Whether a head is that of a table.
bool isTableHead(const QByteArray &head);

} // namespace pfx::formats
