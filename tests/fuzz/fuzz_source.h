// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets of the readers do with an input: read it whole twice, in large and in small batches, and compare.
#pragma once

#include "core/records/record_source.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <memory>

namespace pfx::fuzz {

using Opener = base::Result<std::unique_ptr<records::RecordSource>> (*)(const QString &path);

inline QStringList places(records::RecordSource &source, records::Section section, int rows)
{
    QStringList found;
    records::Position at;
    for (bool last = false; !last;) {
        const auto batch = source.read(section, at, rows, {});
        if (!batch)
            break;
        for (const records::SourceItem &item : batch->items)
            found << item.place + QLatin1Char(' ') + item.externalId;
        at = batch->next;
        last = batch->last;
    }
    return found;
}

inline int readAll(const unsigned char *data, size_t size, Opener open)
{
    static QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("input"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return 0;
    file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size));
    file.close();
    auto source = open(path);
    if (!source || !(*source)->inspect({}, {}))
        return 0;
    for (const records::Section section : {records::Section::Employees, records::Section::Pipelines, records::Section::Companies,
                                           records::Section::Contacts, records::Section::Deals}) {
        if (places(**source, section, 1000) != places(**source, section, 1))
            std::abort();
    }
    return 0;
}

} // namespace pfx::fuzz
