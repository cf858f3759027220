// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/entities.h"

namespace pfx::planfix {

qint64 Person::number() const
{
    return id.mid(id.indexOf(QLatin1Char(':')) + 1).toLongLong();
}

QString User::fullName() const
{
    return (name + QLatin1Char(' ') + lastName).trimmed();
}

} // namespace pfx::planfix
