// SPDX-License-Identifier: GPL-3.0-or-later
// Types of custom fields and what a value of each looks like in a request (help wiki «REST API: типы пользовательских полей»). Any thread.
#pragma once

#include "core/base/result.h"
#include "core/planfix/entities.h"

namespace pfx::planfix {

enum FieldType {
    Line = 0,
    Number = 1,
    MultiLine = 2,
    Date = 3,
    Time = 4,
    DateTime = 5,
    Period = 6,
    Checkbox = 7,
    List = 8,
    DirectoryEntryField = 9,
    ContactField = 10,
    EmployeeField = 11,
    CounterpartyField = 12,
    SetOfValues = 20,
};

/// Whether a text of ours can be put into a field of this type. Computed fields, files, tasks and the like cannot be filled from a text.
bool isFillable(int type);

/// The value for a request. Validation with the reason when the text does not fit the type: a list takes only its own choices, since
/// Planfix would store any other word as it is; a directory entry and people are given by number.
base::Result<QJsonValue> fieldValue(const CustomField &field, const QString &text);

/// The type of filter that finds tasks by this field (101 for texts …), 0 when there is none.
int taskFilterType(int fieldType);

} // namespace pfx::planfix
