// SPDX-License-Identifier: GPL-3.0-or-later
// A text file that is renamed to .1, .2 … when it grows too large; the oldest goes. Readable by its owner only. A failure to write is
// swallowed: a log must not stop the program. One thread at a time.
#pragma once

#include <QFile>

namespace pfx::log {

class RotatingFile
{
public:
    /// `keep` is the number of old files kept beside the present one.
    RotatingFile(const QString &path, qint64 maximumBytes, int keep);

    void write(const QByteArray &line);

private:
    void open();
    void rotate();
    QString old(int number) const { return QStringLiteral("%1.%2").arg(m_path).arg(number); }

    QString m_path;
    qint64 m_maximumBytes;
    int m_keep;
    QFile m_file;
};

} // namespace pfx::log
