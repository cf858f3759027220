// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/account.h"

#include <QUrl>

namespace pfx::bitrix24 {

QString accountName(const QString &written)
{
    const QString name = written.trimmed();
    if (name.contains(QLatin1String("://")))
        return QUrl(name).host();
    const QString host = name.left(name.indexOf(QLatin1Char('/'))).trimmed().toLower();
    const qsizetype port = host.indexOf(QLatin1Char(':'));
    return port > 0 ? host.left(port) : host;
}

} // namespace pfx::bitrix24
