// SPDX-License-Identifier: GPL-3.0-or-later
// Bitrix24's phones and e-mails: PHONE and EMAIL of the old methods, `fm` of crm.item.list. One thread.
#pragma once

#include "core/formats/row_reader.h"

namespace pfx::bitrix24 {

/// An array of {VALUE, VALUE_TYPE}, a lone one, a lone text as in item rows, or a map of them (PHP).
void readPoints(formats::RowReader &reader, const formats::JsonView &value, const formats::Path &path, records::PointKind kind,
                QVector<records::Point> &points);

/// crm.item.list: [{"typeId":"PHONE","valueType":"WORK","value":"…"}]. False when some are neither phone nor e-mail: they are to be kept.
bool readMultiFields(formats::RowReader &reader, const formats::JsonView &value, QVector<records::Point> &points);

} // namespace pfx::bitrix24
