// SPDX-License-Identifier: GPL-3.0-or-later
// One part of a ZIP file as a stream, with a limit on what it may unpack to. One thread.
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>

struct zip;
struct zip_file;

namespace pfx::formats {

class ZipArchive
{
public:
    static base::Result<std::shared_ptr<ZipArchive>> open(const QString &path);
    ~ZipArchive();
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;

    const QString &path() const { return m_path; }
    bool has(const QByteArray &name) const;
    /// The first name with that beginning and end; empty when there is none.
    QByteArray find(const QByteArray &beginning, const QByteArray &end) const;

private:
    friend class ZipPart;
    ZipArchive(zip *archive, QString path) : m_archive(archive), m_path(std::move(path)) {}

    zip *m_archive;
    QString m_path;
};

class ZipPart
{
public:
    static constexpr qint64 maxUnpacked = qint64(4) << 30;
    static constexpr qint64 suspiciousFrom = qint64(16) << 20; ///< From here on a ratio above maxRatio is a bomb.
    static constexpr qint64 maxRatio = 300;

    static base::Result<std::unique_ptr<ZipPart>> open(std::shared_ptr<ZipArchive> archive, const QByteArray &name);
    ~ZipPart();
    ZipPart(const ZipPart &) = delete;
    ZipPart &operator=(const ZipPart &) = delete;

    /// The next bytes; empty at the end.
    base::Result<QByteArray> read(qsizetype bytes);

private:
    ZipPart(std::shared_ptr<ZipArchive> archive, zip_file *file, qint64 packed) : m_archive(std::move(archive)), m_file(file), m_packed(packed) {}

    std::shared_ptr<ZipArchive> m_archive;
    zip_file *m_file;
    qint64 m_packed;
    qint64 m_unpacked = 0;
};

} // namespace pfx::formats
