// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/csv_line.h"

#include <QLocale>

namespace pfx::ui {

QChar csvDelimiter()
{
    return QLocale().decimalPoint() == QLatin1String(",") ? QLatin1Char(';') : QLatin1Char(',');
}

} // namespace pfx::ui
