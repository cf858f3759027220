// SPDX-License-Identifier: GPL-3.0-or-later
// Bitrix24's rows of contacts, companies and users. One thread.
#pragma once

#include "core/formats/row_reader.h"
#include "core/records/record_source.h"

namespace pfx::bitrix24 {

/// Each fills item.content with the record or with what is wrong with the row. False: the row is no record and is passed over.
bool readContact(formats::RowReader &reader, const formats::JsonView &row, records::SourceItem &item);
bool readCompany(formats::RowReader &reader, const formats::JsonView &row, records::SourceItem &item);
bool readEmployee(formats::RowReader &reader, const formats::JsonView &row, records::SourceItem &item);

} // namespace pfx::bitrix24
