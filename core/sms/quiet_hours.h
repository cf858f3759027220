// SPDX-License-Identifier: GPL-3.0-or-later
// Hours in which nobody's telephone should ring, by the recipient's own clock. Where he is says his number: the country, within Russia and
// Kazakhstan the area of a landline. A mobile number says nothing about the area: then a zone of the settings counts. Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace pfx::sms {

/// The IANA name of the zone ("Asia/Yekaterinburg"); empty when the number does not say it.
QByteArray zoneOf(const QString &e164);

class QuietHours {
public:
    /// None at all.
    QuietHours() = default;
    /// "21:00-09:00"; Validation for anything else. An empty text, or equal times, are no quiet hours.
    static base::Result<QuietHours> parse(const QString &text, const QByteArray &zone = "Europe/Moscow");

    bool any() const { return m_from != m_to; }
    /// When the recipient may be written to, if not at `nowMs` (ms since 1970 UTC).
    std::optional<qint64> heldUntil(const QString &e164, qint64 nowMs) const;

private:
    int m_from = 0, m_to = 0; ///< Minutes of the day.
    QByteArray m_zone;
};

} // namespace pfx::sms
