// SPDX-License-Identifier: GPL-3.0-or-later
// Keys by which texts are searched, sorted and compared, since SQLite's LIKE and lower() know no Cyrillic. Any thread.
#pragma once

#include <QString>

namespace pfx::base {

/// No key is longer, since databases index no long texts (PostgreSQL: 2,704 bytes): what is longer ends with a hash of the whole.
inline constexpr qsizetype longestKey = 512;

/// Case-folded, ё as е, inner white space as one space, trimmed: for search and for order ("иванова мария").
QString searchKey(QStringView text);

/// searchKey without quotes, dots, commas and the legal form (ООО, АО, ПАО, ЗАО, ИП, LLC, Ltd, Inc, GmbH): one company, one key.
QString companyKey(QStringView title);

} // namespace pfx::base
