// SPDX-License-Identifier: GPL-3.0-or-later
// What problems of a run say behind the number that they are about, as it stands in their arguments. core/texts has the words for people.
#pragma once

#include <QString>

namespace pfx::migration::words {

inline QString refused()
{
    return QStringLiteral("the row of this number was refused, see its own problem");
}

inline QString refusedBeside()
{
    return QStringLiteral("the file has two different records of this number");
}

inline QString another(const QString &stored)
{
    return QStringLiteral("another record is stored under this number: %1").arg(stored);
}

/// The last argument, where a known record stays with what it had.
inline QString keepsContacts()
{
    return QStringLiteral("The deal keeps the contacts that it had.");
}

inline QString keepsCompany()
{
    return QStringLiteral("The record keeps the company that it had.");
}

} // namespace pfx::migration::words
