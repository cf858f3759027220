// SPDX-License-Identifier: GPL-3.0-or-later
// Installs the program's language: --lang, else the system's; Russian when it is neither ru nor en. Texts that are shown already stay as
// they are. Main thread.
#pragma once

#include <QString>

class QCoreApplication;

namespace pfx::translations {

/// "ru" or "en". `asked` is the value of --lang, empty when it was not given.
QString chooseLanguage(const QString &asked, const QString &systemLocale);

/// Installs the catalogues of the language in place of those of before and makes it QLocale's default.
void install(QCoreApplication &application, const QString &language);

} // namespace pfx::translations
