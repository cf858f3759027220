// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/zip_part.h"

#include <QFile>

#include <zip.h>

namespace pfx::formats {

using base::ErrorCode;

base::Result<std::shared_ptr<ZipArchive>> ZipArchive::open(const QString &path)
{
    int code = 0;
    zip *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const QString text = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("a damaged XLSX: %1").arg(text), path);
    }
    return std::shared_ptr<ZipArchive>(new ZipArchive(archive, path));
}

ZipArchive::~ZipArchive()
{
    zip_discard(m_archive);
}

bool ZipArchive::has(const QByteArray &name) const
{
    return zip_name_locate(m_archive, name.constData(), 0) >= 0;
}

QByteArray ZipArchive::find(const QByteArray &beginning, const QByteArray &end) const
{
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const QByteArray name = zip_get_name(m_archive, static_cast<zip_uint64_t>(i), 0);
        if (name.startsWith(beginning) && name.endsWith(end))
            return name;
    }
    return {};
}

base::Result<std::unique_ptr<ZipPart>> ZipPart::open(std::shared_ptr<ZipArchive> archive, const QByteArray &name)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_file *file = nullptr;
    if (zip_stat(archive->m_archive, name.constData(), 0, &stat) == 0)
        file = zip_fopen(archive->m_archive, name.constData(), 0);
    if (!file)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("a damaged XLSX: %1 cannot be read").arg(QString::fromUtf8(name)), archive->path());
    return std::unique_ptr<ZipPart>(new ZipPart(std::move(archive), file, static_cast<qint64>(stat.comp_size)));
}

ZipPart::~ZipPart()
{
    zip_fclose(m_file);
}

base::Result<QByteArray> ZipPart::read(qsizetype bytes)
{
    QByteArray out(bytes, Qt::Uninitialized);
    const zip_int64_t got = zip_fread(m_file, out.data(), static_cast<zip_uint64_t>(bytes));
    if (got < 0)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("a damaged XLSX: %1").arg(QString::fromUtf8(zip_file_strerror(m_file))), m_archive->path());
    out.truncate(got);
    m_unpacked += got;
    if (m_unpacked > maxUnpacked || (m_unpacked > suspiciousFrom && m_unpacked > m_packed * maxRatio))
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("the XLSX unpacks to far more than a table holds"), m_archive->path());
    return out;
}

} // namespace pfx::formats
