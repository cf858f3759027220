// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_type_words.h"

#include "core/planfix/field_types.h"

namespace pfx::ui {

QString FieldTypeWords::of(int type)
{
    switch (type) {
    case planfix::Line:
        return tr("line");
    case planfix::Number:
        return tr("number");
    case planfix::MultiLine:
        return tr("text");
    case planfix::Date:
        return tr("date");
    case planfix::Time:
        return tr("time");
    case planfix::DateTime:
        return tr("date and time");
    case planfix::Checkbox:
        return tr("tick");
    case planfix::List:
        return tr("list");
    case planfix::DirectoryEntryField:
        return tr("entry of a directory, by number");
    case planfix::ContactField:
        return tr("contact, by number");
    case planfix::EmployeeField:
        return tr("employee, by number");
    case planfix::CounterpartyField:
        return tr("counterparty, by number");
    case planfix::SetOfValues:
        return tr("set of values");
    default:
        return tr("other");
    }
}

} // namespace pfx::ui
