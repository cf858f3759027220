// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/web_address.h"

#include <QRegularExpression>

namespace pfx::base {

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression loopback(QStringLiteral("^(?:localhost|127(?:\\.\\d{1,3}){3}|::1)$"),
                                             QRegularExpression::CaseInsensitiveOption);
    return loopback.match(host).hasMatch();
}

} // namespace pfx::base
