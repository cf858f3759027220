// SPDX-License-Identifier: GPL-3.0-or-later
// Phone numbers as people type them, to E.164. A short path decides plain Russian numbers; libphonenumber decides the rest and both
// agree (tests/base/tst_phone). Any thread. Region RU is assumed for numbers without a country code.
#pragma once

#include <QString>

#include <optional>

namespace pfx::base {

struct Phone
{
    QString e164;      ///< "+79062114018"
    QString extension; ///< "12", empty when there is none

    bool operator==(const Phone &) const = default;
};

/// No value when the text is no phone number. Accepts spaces, brackets, dashes, a leading apostrophe, "доб. 12", "ext 12", 8-for-+7.
std::optional<Phone> normalizePhone(QStringView text, const QString &region = QStringLiteral("RU"));

/// "+7 906 211-40-18" for the screen; the text itself when it is no E.164 number.
QString formatPhone(const QString &e164);

} // namespace pfx::base
