// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/multi_fields.h"

#include <QSet>

namespace pfx::bitrix24 {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

namespace {

QString pointType(const QString &written)
{
    const QString type = written.toUpper();
    for (const auto &[code, name] : {std::pair{u"WORK", u"work"}, std::pair{u"MOBILE", u"mobile"}, std::pair{u"FAX", u"fax"}, std::pair{u"HOME", u"home"},
                                     std::pair{u"PAGER", u"other"}, std::pair{u"MAILING", u"mailing"}, std::pair{u"OTHER", u"other"}}) {
        if (type == QStringView(code))
            return QStringView(name).toString();
    }
    return {};
}

} // namespace

void readPoints(RowReader &reader, const JsonView &value, const Path &path, records::PointKind kind, QVector<records::Point> &points)
{
    if (value.isEmpty() || value.type() == JsonView::Type::False)
        return;
    const auto add = [&](const JsonView &entry, const Path &at) {
        if (!entry.isObject()) {
            if (const QString text = reader.text(entry, at); !text.isEmpty())
                reader.add(points, {kind, text, {}, {}, {}});
            return;
        }
        QString text;
        QString type;
        for (JsonMembers m(entry); m.next();) {
            if (m.key() == "VALUE" || m.key() == "value")
                text = reader.text(m.value(), Path(at, m.key()));
            else if (m.key() == "VALUE_TYPE" || m.key() == "valueType")
                type = pointType(reader.text(m.value(), Path(at, m.key())));
        }
        if (!text.isEmpty())
            reader.add(points, {kind, text, {}, {}, type});
    };
    if (value.isObject() && !member(value, "VALUE").isEmpty()) {
        add(value, path);
    } else if (value.isObject()) {
        for (JsonMembers m(value); m.next();)
            add(m.value(), Path(path, m.key()));
    } else if (value.isArray()) {
        for (JsonElements entries(value); entries.next();)
            add(entries.value(), Path(path, entries.index()));
    } else if (value.type() == JsonView::Type::String) {
        add(value, path);
    } else {
        reader.fail(path, QStringLiteral("expected array, found %1").arg(QLatin1String(value.typeName())));
    }
}

bool readMultiFields(RowReader &reader, const JsonView &value, QVector<records::Point> &points)
{
    if (!value.isList())
        return false;
    bool all = true;
    QSet<QString> known;
    for (const records::Point &point : std::as_const(points))
        known.insert(point.value);
    for (JsonElements entries(value); entries.next();) {
        JsonView type = member(entries.value(), "typeId");
        if (type.isEmpty())
            type = member(entries.value(), "TYPE_ID");
        const QString kind = type.text();
        const bool phone = kind == QLatin1String("PHONE");
        if (!phone && kind != QLatin1String("EMAIL")) {
            all = false;
            continue;
        }
        JsonView text = member(entries.value(), "value");
        if (text.isEmpty())
            text = member(entries.value(), "VALUE");
        JsonView place = member(entries.value(), "valueType");
        if (place.isEmpty())
            place = member(entries.value(), "VALUE_TYPE");
        const QString written = reader.text(text, Path("fm", entries.index()));
        if (written.isEmpty() || known.contains(written))
            continue;
        known.insert(written);
        reader.add(points, {phone ? records::PointKind::Phone : records::PointKind::Email, written, {}, {}, pointType(place.text())});
    }
    return all;
}

} // namespace pfx::bitrix24
