// SPDX-License-Identifier: GPL-3.0-or-later
// Bitrix24's rows of pipelines (categories) and of their stages. One thread.
#pragma once

#include "core/formats/row_reader.h"
#include "core/records/record_source.h"

#include <QHash>

namespace pfx::bitrix24 {

/// An entry of a dictionary: stages are some of them.
struct StageRow
{
    records::Stage stage;
    QString entity;
    QString category;
};

StageRow readStageRow(formats::RowReader &reader, const formats::JsonView &row);

/// Each fills item.content with the record or with what is wrong with the row. False: the row is no record and is passed over.
bool readCategory(formats::RowReader &reader, const formats::JsonView &row, records::SourceItem &item);
/// `categories`: names of pipelines by id.
bool readStage(formats::RowReader &reader, const formats::JsonView &row, const QHash<QString, QString> &categories,
               records::SourceItem &item);

} // namespace pfx::bitrix24
