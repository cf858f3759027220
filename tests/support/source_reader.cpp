// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/source_reader.h"

#include <QFile>
#include <QTemporaryDir>

namespace pfx::test {

using records::Section;

QVector<base::Error> Read::errors() const
{
    QVector<base::Error> out;
    for (const auto &[section, list] : items) {
        for (const records::SourceItem &item : list) {
            if (const auto *found = std::get_if<base::Error>(&item.content))
                out.push_back(*found);
        }
    }
    return out;
}

Read readPath(const OpenSource &open, const QString &path, int rows)
{
    Read read;
    auto source = open(path);
    if (!source) {
        read.error = source.error();
        return read;
    }
    auto info = (*source)->inspect({}, {});
    if (!info) {
        read.error = info.error();
        return read;
    }
    read.info = *info;
    read.head = (*source)->documentHead();
    for (const Section section : {Section::Employees, Section::Pipelines, Section::Companies, Section::Contacts, Section::Deals}) {
        records::Position at;
        for (bool last = false; !last;) {
            auto batch = (*source)->read(section, at, rows, {});
            if (!batch) {
                read.error = batch.error();
                return read;
            }
            read.items[section] += batch->items;
            last = batch->last;
            at = batch->next;
        }
    }
    return read;
}

Read readText(const OpenSource &open, const QByteArray &text, int rows)
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("source"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {base::Error{base::ErrorCode::Internal, file.errorString(), path}, {}, {}, {}};
    file.close();
    return readPath(open, path, rows);
}

} // namespace pfx::test
