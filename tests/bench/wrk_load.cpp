// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wrk_load.h"

#include <QProcess>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace pfx::bench {

namespace {

/// "2.53ms", "812.00us", "1.02s"
double milliseconds(const QByteArray &text)
{
    if (text.endsWith("us"))
        return text.chopped(2).toDouble() / 1000;
    return text.endsWith("ms") ? text.chopped(2).toDouble() : text.chopped(1).toDouble() * 1000;
}

} // namespace

void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Load wrkLoad(const QString &url, const QByteArray &script, int connections, int seconds)
{
    QTemporaryFile file;
    if (!file.open() || file.write(script) != script.size() || !file.flush())
        giveUp(file.errorString());
    QProcess wrk;
    wrk.setProcessChannelMode(QProcess::MergedChannels);
    wrk.start(QStringLiteral("wrk"),
              {QStringLiteral("-t1"), QStringLiteral("-c%1").arg(connections), QStringLiteral("-d%1s").arg(seconds),
               QStringLiteral("--latency"), QStringLiteral("-s"), file.fileName(), url});
    if (!wrk.waitForFinished(-1) || wrk.exitCode() != 0)
        giveUp(QStringLiteral("wrk: ") + wrk.errorString());
    Load load;
    const QList<QByteArray> lines = wrk.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.first() == "Requests/sec:")
            load.perSecond = words.value(1).toDouble();
        else if (words.first() == "99%")
            load.p99Ms = milliseconds(words.value(1));
        else if (words.value(1) == "requests" && words.value(2) == "in")
            load.requests = words.first().toDouble();
        else if (line.contains("Non-2xx") || line.contains("Socket errors"))
            giveUp(QString::fromUtf8(line));
    }
    return load;
}

} // namespace pfx::bench
