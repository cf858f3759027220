// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/rotating_file.h"

#include <QDir>
#include <QFileInfo>

namespace pfx::log {

RotatingFile::RotatingFile(const QString &path, qint64 maximumBytes, int keep)
    : m_path(path), m_maximumBytes(maximumBytes), m_keep(keep), m_file(path)
{}

void RotatingFile::open()
{
    if (m_file.isOpen())
        return;
    QDir().mkpath(QFileInfo(m_path).path());
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void RotatingFile::rotate()
{
    m_file.close();
    QFile::remove(old(m_keep));
    for (int number = m_keep - 1; number >= 1; --number)
        QFile::rename(old(number), old(number + 1));
    if (m_keep > 0)
        QFile::rename(m_path, old(1));
    else
        QFile::remove(m_path);
    open();
}

void RotatingFile::write(const QByteArray &line)
{
    open();
    // Another program may have rotated the file away under this one: then the open handle points to an old file.
    if (m_file.isOpen() && !QFile::exists(m_path)) {
        m_file.close();
        open();
    }
    if (m_file.isOpen() && m_file.size() > 0 && m_file.size() + line.size() > m_maximumBytes)
        rotate();
    if (m_file.isOpen())
        m_file.write(line);
}

} // namespace pfx::log
