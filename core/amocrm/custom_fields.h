// SPDX-License-Identifier: GPL-3.0-or-later
// amoCRM's custom_fields_values: phones, e-mails and the position are told by field_code, then field_type, then the known names; all
// others are kept as they are. Values of 2020 have `enum` in place of `enum_code`. One thread.
#pragma once

#include "core/formats/row_reader.h"

namespace pfx::amocrm {

enum class FieldUse { Phone, Email, Position, Custom };

struct FieldsTarget
{
    QVector<records::Point> &points;
    QString *position = nullptr; ///< None for companies and deals.
    QVector<records::CustomField> &custom;
};

/// `path` is that of the array in its row.
void readCustomFields(formats::RowReader &reader, const formats::JsonView &fields, const formats::Path &path, FieldsTarget target);

/// By code, type and name as they stand in the field.
FieldUse useOf(const QString &code, const QString &type, const QString &name);

/// A readable form of one value, whatever its type.
QString readable(const formats::JsonView &value, const QString &type);

} // namespace pfx::amocrm
