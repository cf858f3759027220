// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured.h"

#include <QFile>

#include <cstdio>

namespace pfx::bench {

double memoryMb(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

void result(const QString &name, double value, const QString &unit, const QString &target)
{
    std::printf("%s\t%.2f %s\t%s\n", qPrintable(name), value, qPrintable(unit), qPrintable(target));
    std::fflush(stdout);
}

} // namespace pfx::bench
