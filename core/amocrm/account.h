// SPDX-License-Identifier: GPL-3.0-or-later
// The one spelling of an amoCRM account: its subdomain in small letters, however a person or a file wrote it ("acme", "acme.amocrm.ru",
// "https://ACME.amocrm.ru/leads"). What names no address (an account's number) stays as it is. Any thread.
#pragma once

#include <QString>

namespace pfx::amocrm {

QString accountName(const QString &written);

} // namespace pfx::amocrm
