// SPDX-License-Identifier: GPL-3.0-or-later
// The one spelling of a Bitrix24 account: its host in small letters, whether a person or a file gave the host, an address or a whole webhook
// ("https://Acme.bitrix24.ru/rest/1/<code>/", whose code is a secret and goes no further). Any thread.
#pragma once

#include <QString>

namespace pfx::bitrix24 {

QString accountName(const QString &written);

} // namespace pfx::bitrix24
