// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/secret.h"

namespace pfx::server {

bool equalInConstantTime(const QByteArray &presented, const QByteArray &secret)
{
    // Goes through all of `presented` whatever is found; a secret of another length is compared with its own bytes repeated.
    const qsizetype length = secret.size();
    volatile unsigned char different = presented.size() == length ? 0 : 1;
    for (qsizetype i = 0; i < presented.size(); ++i) {
        const char expected = length > 0 ? secret.at(i % length) : '\0';
        different = static_cast<unsigned char>(different | static_cast<unsigned char>(presented.at(i) ^ expected));
    }
    return different == 0;
}

void Secret::set(const QByteArray &value)
{
    const std::lock_guard lock(m_mutex);
    m_value = value;
}

bool Secret::isSet() const
{
    const std::lock_guard lock(m_mutex);
    return !m_value.isEmpty();
}

bool Secret::matches(const QByteArray &presented) const
{
    QByteArray value;
    {
        const std::lock_guard lock(m_mutex);
        value = m_value;
    }
    return equalInConstantTime(presented, value) && !value.isEmpty();
}

} // namespace pfx::server
