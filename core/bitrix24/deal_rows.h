// SPDX-License-Identifier: GPL-3.0-or-later
// Bitrix24's rows of deals. One thread.
#pragma once

#include "core/formats/row_reader.h"
#include "core/records/record_source.h"

#include <QHash>

namespace pfx::bitrix24 {

/// Each fills item.content with the record or with what is wrong with the row. False: the row is no record and is passed over.
/// `dictionaries`: names of sources and deal types by "SOURCE:WEB".
bool readDeal(formats::RowReader &reader, const formats::JsonView &row, const QHash<QString, QString> &dictionaries,
              records::SourceItem &item);

} // namespace pfx::bitrix24
