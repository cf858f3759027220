// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a file or a text through a file source as a test sees it: what inspect() said and all items of every section.
#pragma once

#include "core/records/record_source.h"

#include <functional>
#include <map>
#include <memory>

namespace pfx::test {

struct Read
{
    std::optional<base::Error> error;
    records::SourceInfo info;
    QByteArray head; ///< documentHead()
    std::map<records::Section, QVector<records::SourceItem>> items;

    template<typename Record>
    QVector<Record> all(records::Section section) const
    {
        QVector<Record> out;
        if (const auto found = items.find(section); found != items.end()) {
            for (const records::SourceItem &item : found->second) {
                if (const auto *record = std::get_if<Record>(&item.content))
                    out.push_back(*record);
            }
        }
        return out;
    }
    QVector<base::Error> errors() const;
};

/// amocrm::openFileSource or bitrix24::openFileSource.
using OpenSource = std::function<base::Result<std::unique_ptr<records::RecordSource>>(const QString &path)>;

Read readPath(const OpenSource &open, const QString &path, int rows = 1000);
Read readText(const OpenSource &open, const QByteArray &text, int rows = 1000);

} // namespace pfx::test
