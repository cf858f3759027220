// SPDX-License-Identifier: GPL-3.0-or-later
// A regular file opened for reading by position, and the promise that it is still the one that was opened. One thread at a time.
// A folder, a pipe or a device is refused without being opened, so that nothing blocks.
#pragma once

#include "core/formats/byte_source.h"

#include <QFile>

#include <memory>

namespace pfx::formats {

class SourceFile : public ByteSource
{
public:
    /// SourceUnreadable when the path is missing, is no regular file or may not be read.
    static base::Result<std::shared_ptr<SourceFile>> open(const QString &path);

    const QString &path() const { return m_path; }
    qint64 size() const { return m_size; }

    /// Bytes read, 0 at the end. SourceUnreadable when the medium refuses.
    base::Result<qint64> readAt(qint64 offset, char *buffer, qint64 bytes) override;

    /// SourceChanged when size or time differ from those at opening, SourceUnreadable when the path is gone.
    base::Result<void> unchanged() const;

    /// "line:column" of a byte, both from 1; the column counts characters.
    QString place(qint64 offset);

    /// A few characters around a byte, control characters shown as spaces.
    QString excerpt(qint64 offset);

private:
    explicit SourceFile(const QString &path);

    QString m_path;
    QFile m_file;
    qint64 m_size = 0;
    qint64 m_modified = 0;
    qint64 m_at = 0;
};

/// What the first bytes say that a file is ("gzip archive", "PNG picture", "UTF-16 text"); empty when nothing is known.
QString knownSignature(const QByteArray &head);

} // namespace pfx::formats
