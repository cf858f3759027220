// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a text through the file source of amoCRM as a test sees it: what inspect() said and all items of every section.
#pragma once

#include "core/amocrm/file_source.h"

#include <QTemporaryDir>

#include <map>

namespace pfx::amocrm::test {

struct Read
{
    std::optional<base::Error> error;
    records::SourceInfo info;
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

Read readPath(const QString &path, int rows = 1000);
Read readText(const QByteArray &text, int rows = 1000);

} // namespace pfx::amocrm::test
