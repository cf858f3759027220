// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include <QCoreApplication>

namespace pfx::ctl {

base::Failure usage(const QString &message)
{
    return base::fail(base::ErrorCode::Usage, message);
}

base::Result<qint64> numberArgument(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return usage(QCoreApplication::translate("Ctl", "“%1” is not a number").arg(text));
    return number;
}

base::Result<QString> choice(const QCommandLineParser &options, const QString &option, const QStringList &words)
{
    if (!options.isSet(option))
        return words.first();
    const QString value = options.value(option);
    if (!words.contains(value)) {
        return usage(QCoreApplication::translate("Ctl", "--%1 must be one of: %2; not “%3”")
                         .arg(option, words.join(QStringLiteral(", ")), value));
    }
    return value;
}

} // namespace pfx::ctl
