// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/list_code.h"

#include <QRandomGenerator>

namespace pfx::mailing {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
constexpr int timeLength = 10; // 48 bits
constexpr int chanceLength = 16; // 80 bits

} // namespace

QString newListCode(qint64 nowMs)
{
    QString code(timeLength + chanceLength, Qt::Uninitialized);
    auto time = static_cast<quint64>(nowMs);
    for (int i = timeLength - 1; i >= 0; --i, time /= 32)
        code[i] = QLatin1Char(alphabet[time % 32]);
    for (int i = timeLength; i < timeLength + chanceLength; ++i)
        code[i] = QLatin1Char(alphabet[QRandomGenerator::system()->bounded(32)]);
    return code;
}

} // namespace pfx::mailing
