// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/row_parts.h"

#include <algorithm>

namespace pfx::bitrix24 {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

void keepOther(RowReader &reader, const JsonMembers &m, QVector<records::CustomField> &custom)
{
    const std::string_view name = m.key();
    const bool own = name.substr(0, 3) == "UF_" || name.substr(0, 5) == "ufCrm";
    if (!own || m.value().isEmpty()) {
        reader.keep(m.rawKey(), m.value());
        return;
    }
    QString text;
    if (m.value().isList()) {
        if (!reader.array(m.value(), m.key()))
            return;
        QStringList parts;
        for (JsonElements entries(m.value()); entries.next();)
            parts << (entries.value().isObject() ? QString::fromUtf8(entries.value().json()) : entries.value().text());
        text = parts.join(QLatin1String("; "));
    } else {
        text = m.value().isObject() ? QString::fromUtf8(m.value().json()) : m.value().text();
    }
    const QString key = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    custom.push_back({key, key, key, {}, text, m.value().json()});
}

QStringList readTags(RowReader &reader, const JsonView &value, const Path &path)
{
    QStringList tags;
    if (value.type() == JsonView::Type::String) {
        if (std::count(value.raw().begin(), value.raw().end(), ',') >= formats::mostElements) {
            reader.fail(path, QStringLiteral("more than %1 elements").arg(formats::mostElements));
            return tags;
        }
        for (const QString &tag : value.text().split(QLatin1Char(','), Qt::SkipEmptyParts))
            tags << tag.trimmed();
    } else if (reader.array(value, path)) {
        for (JsonElements entries(value); entries.next();)
            tags << reader.text(entries.value(), Path(path, entries.index()));
    }
    return tags;
}

std::optional<records::Semantics> semantics(const QString &code)
{
    if (code.startsWith(QLatin1Char('S'), Qt::CaseInsensitive))
        return records::Semantics::Won;
    if (code.startsWith(QLatin1Char('F'), Qt::CaseInsensitive))
        return records::Semantics::Lost;
    if (code.startsWith(QLatin1Char('P'), Qt::CaseInsensitive))
        return records::Semantics::Open;
    return std::nullopt;
}

QString categoryOf(const QString &stage)
{
    const qsizetype colon = stage.indexOf(QLatin1Char(':'));
    if (colon < 2 || stage[0] != u'C')
        return {};
    const QStringView digits = QStringView(stage).sliced(1, colon - 1);
    return std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }) ? digits.toString() : QString();
}

} // namespace pfx::bitrix24
