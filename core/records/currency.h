// SPDX-License-Identifier: GPL-3.0-or-later
// The code of a currency (ISO 4217) from what people and exports write for it: "RUR", "₽", "руб.", «Российский рубль». Pure; any thread.
#pragma once

#include <QString>

namespace pfx::records {

/// What is not known is given back as it is, trimmed.
QString currencyCode(const QString &written);

} // namespace pfx::records
