// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, times and amounts as people read them, in the program's language (QLocale's default). Any thread with translators installed.
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace pfx::ui {

QString number(qint64 value);                   ///< "22 901" with narrow no-break spaces
QString percent(qint64 done, qint64 total);     ///< "41 %"; a dash when total is 0
/// Exact decimal text with the currency's sign: "100000.00", "RUB" → "100 000 ₽"; kopecks only when there are any.
QString amount(const QString &decimal, const QString &currency);
QString currencySign(const QString &currency);  ///< "₽"; the code itself when there is no sign.

/// "сегодня, 10:31", "вчера, 18:04", "12.11.2026" in local time. `now` is ms since 1970 UTC.
QString timeShort(qint64 ms, qint64 now);
QString timeExact(qint64 ms);                   ///< "12.11.2026 18:04:05", for the tool tip
QString dateOnly(qint64 ms);
QString duration(qint64 ms);                    ///< "1 мин 20 с"
QString timeLeft(std::optional<qint64> ms);     ///< "≈ 1 мин 54 с", empty without a value
QString rate(double perSecond);                 ///< "96 записей/с"
QString bytes(qint64 count);                    ///< "184 МБ"
QString records(qint64 count);                  ///< "1 запись", "2 записи", "5 записей"

} // namespace pfx::ui
