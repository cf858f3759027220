// SPDX-License-Identifier: GPL-3.0-or-later
// The two encodings in which Russian offices save tables. Qt knows windows-1251 only where it was built with ICU, hence the table here.
// Any thread.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace pfx::formats {

enum class Encoding { Utf8, Windows1251 };

QString decode(QByteArrayView bytes, Encoding encoding);

} // namespace pfx::formats
