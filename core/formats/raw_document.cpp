// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/raw_document.h"

#include <map>

namespace pfx::formats {

QByteArray jsonDocument(const JsonDialect &dialect, const RawRows &rows)
{
    std::map<QByteArray, QByteArray> arrays;
    std::vector<QByteArray> order;
    for (const auto &[section, raw] : rows) {
        const QByteArray key = dialect.documentKey(section, JsonView(std::string_view(raw.constData(), static_cast<size_t>(raw.size()))));
        QByteArray &array = arrays[key];
        if (array.isEmpty())
            order.push_back(key);
        else
            array += ",\n";
        array += raw;
    }
    QByteArray out("{");
    for (const QByteArray &key : order)
        out += (out.size() == 1 ? "\n\"" : ",\n\"") + key + "\":[\n" + arrays[key] + "\n]";
    out += "\n}\n";
    return out;
}

QByteArray tableDocument(const QByteArray &head, const RawRows &rows)
{
    QByteArray out = head;
    for (const auto &[section, raw] : rows)
        out += raw;
    return out;
}

} // namespace pfx::formats
