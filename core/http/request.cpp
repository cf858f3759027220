// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request.h"

namespace pfx::http {

bool Request::isReading() const
{
    return method == QByteArrayLiteral("GET") || method == QByteArrayLiteral("HEAD");
}

QByteArray Response::header(const QByteArray &name) const
{
    for (const Header &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

} // namespace pfx::http
