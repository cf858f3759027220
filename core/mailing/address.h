// SPDX-License-Identifier: GPL-3.0-or-later
// An e-mail address in two forms: for people and letters, and for comparing. Pure; any thread.
#pragma once

#include <QString>

#include <optional>

namespace pfx::mailing {

struct Address {
    QString shown; ///< Lower case, the domain as it was written ("почта@пример.рус").
    QString key; ///< Lower case, the domain in ASCII ("почта@xn--e1afmkfd.xn--p1acf").
};

/// No value when the text is no single address.
std::optional<Address> readAddress(const QString &text);

/// "a…@example.test", for a page that anybody with the link may see.
QString masked(const QString &email);

} // namespace pfx::mailing
