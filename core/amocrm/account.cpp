// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/account.h"

#include <QUrl>

namespace pfx::amocrm {

QString accountName(const QString &written)
{
    QString name = written.trimmed();
    if (name.contains(QLatin1String("://"))) {
        const QString host = QUrl(name).host();
        const qsizetype dot = host.indexOf(QLatin1Char('.'));
        return dot > 0 ? host.left(dot) : host;
    }
    name = name.left(name.indexOf(QLatin1Char('/'))).trimmed().toLower();
    for (const auto &service : {QLatin1String(".amocrm.ru"), QLatin1String(".amocrm.com"), QLatin1String(".kommo.com")}) {
        if (name.endsWith(service))
            return name.chopped(service.size());
    }
    return name;
}

} // namespace pfx::amocrm
