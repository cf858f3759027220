// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/source_file.h"

#include <QDateTime>
#include <QFileInfo>

#include <array>
#include <string_view>

namespace pfx::formats {

using base::ErrorCode;

namespace {

base::Failure unreadable(const QString &detail, const QString &path)
{
    return base::fail(ErrorCode::SourceUnreadable, detail, path);
}

} // namespace

SourceFile::SourceFile(const QString &path) : m_path(path), m_file(path) {}

base::Result<std::shared_ptr<SourceFile>> SourceFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return unreadable(QStringLiteral("there is no such file"), path);
    if (info.isDir())
        return unreadable(QStringLiteral("it is a folder"), path);
    if (!info.isFile())
        return unreadable(QStringLiteral("it is not a regular file"), path);
    std::shared_ptr<SourceFile> file(new SourceFile(path));
    if (!file->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(file->m_file.errorString(), path);
    file->m_size = file->m_file.size();
    file->m_modified = info.lastModified().toMSecsSinceEpoch();
    return file;
}

base::Result<qint64> SourceFile::readAt(qint64 offset, char *buffer, qint64 bytes)
{
    if (offset != m_at && !m_file.seek(offset))
        return unreadable(m_file.errorString(), m_path);
    const qint64 got = m_file.read(buffer, bytes);
    if (got < 0)
        return unreadable(m_file.errorString(), m_path);
    m_at = offset + got;
    return got;
}

base::Result<void> SourceFile::unchanged() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return unreadable(QStringLiteral("the file is gone"), m_path);
    if (info.size() != m_size || info.lastModified().toMSecsSinceEpoch() != m_modified)
        return base::fail(ErrorCode::SourceChanged, QStringLiteral("size or time of change differ"), m_path);
    return {};
}

QString SourceFile::place(qint64 offset)
{
    qint64 line = 1;
    qint64 column = 1;
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    for (qint64 at = 0; at < offset;) {
        const auto got = readAt(at, buffer.data(), qMin<qint64>(buffer.size(), offset - at));
        if (!got || *got == 0)
            break;
        for (qint64 i = 0; i < *got; ++i) {
            const char c = buffer[i];
            if (c == '\n') {
                ++line;
                column = 1;
            } else if ((c & 0xC0) != 0x80) {
                ++column;
            }
        }
        at += *got;
    }
    return QStringLiteral("%1:%2").arg(line).arg(column);
}

QString SourceFile::excerpt(qint64 offset)
{
    const qint64 from = qMax<qint64>(0, offset - 20);
    QByteArray bytes(40, Qt::Uninitialized);
    const auto got = readAt(from, bytes.data(), bytes.size());
    bytes.truncate(got ? *got : 0);
    while (!bytes.isEmpty() && (bytes.front() & 0xC0) == 0x80)
        bytes.remove(0, 1);
    QString text = QString::fromUtf8(bytes);
    for (QChar &c : text) {
        if (!c.isPrint())
            c = QLatin1Char(' ');
    }
    return text.trimmed();
}

QString knownSignature(const QByteArray &head)
{
    struct Signature
    {
        std::string_view bytes;
        const char *name;
    };
    using namespace std::string_view_literals;
    static constexpr std::array signatures{
        Signature{"\x1f\x8b"sv, "gzip archive"},
        Signature{"\x89PNG"sv, "PNG picture"},
        Signature{"\xff\xd8\xff"sv, "JPEG picture"},
        Signature{"GIF8"sv, "GIF picture"},
        Signature{"BM"sv, "BMP picture"},
        Signature{"%PDF"sv, "PDF document"},
        Signature{"Rar!"sv, "RAR archive"},
        Signature{"7z\xbc\xaf"sv, "7-Zip archive"},
        Signature{"BZh"sv, "bzip2 archive"},
        Signature{"\xfd" "7zXZ"sv, "xz archive"},
        Signature{"\x28\xb5\x2f\xfd"sv, "Zstandard archive"},
        Signature{"\xd0\xcf\x11\xe0"sv, "old binary Office document (XLS)"},
        Signature{"SQLite format 3"sv, "SQLite database"},
        Signature{"\x7f" "ELF"sv, "program"},
        Signature{"<?xml"sv, "XML document"},
        Signature{"{\\rtf"sv, "RTF document"},
    };
    const std::string_view start(head.constData(), static_cast<size_t>(head.size()));
    for (const Signature &signature : signatures) {
        if (start.substr(0, signature.bytes.size()) == signature.bytes)
            return QString::fromLatin1(signature.name);
    }
    return {};
}

} // namespace pfx::formats
