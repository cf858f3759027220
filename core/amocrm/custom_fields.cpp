// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/custom_fields.h"

#include "core/formats/key_table.h"
#include "core/formats/values.h"

#include <array>

namespace pfx::amocrm {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

namespace {

enum class Key { Id, Name, Code, Type, Values, Other };
enum class ValueKey { Value, EnumCode, EnumId, Other };

const formats::KeyTable<Key> fieldKeys({{"field_id", Key::Id},
                                        {"id", Key::Id},
                                        {"field_name", Key::Name},
                                        {"name", Key::Name},
                                        {"field_code", Key::Code},
                                        {"code", Key::Code},
                                        {"field_type", Key::Type},
                                        {"values", Key::Values}},
                                       Key::Other);

const formats::KeyTable<ValueKey> valueKeys({{"value", ValueKey::Value}, {"enum_code", ValueKey::EnumCode}, {"enum", ValueKey::EnumCode}},
                                            ValueKey::Other);

bool isOneOf(const QString &name, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(), [&name](QStringView known) { return QStringView(name).compare(known, Qt::CaseInsensitive) == 0; });
}

QString pointType(const QString &code)
{
    struct Pair
    {
        QLatin1String code;
        QLatin1String type;
    };
    static constexpr std::array pairs{
        Pair{QLatin1String("WORK"), QLatin1String("work")},     Pair{QLatin1String("WORKDD"), QLatin1String("direct")},
        Pair{QLatin1String("MOB"), QLatin1String("mobile")},    Pair{QLatin1String("MOBILE"), QLatin1String("mobile")},
        Pair{QLatin1String("FAX"), QLatin1String("fax")},       Pair{QLatin1String("HOME"), QLatin1String("home")},
        Pair{QLatin1String("OTHER"), QLatin1String("other")},   Pair{QLatin1String("PRIV"), QLatin1String("private")},
    };
    for (const Pair &pair : pairs) {
        if (code.compare(pair.code, Qt::CaseInsensitive) == 0)
            return pair.type;
    }
    return {};
}

struct Field
{
    JsonView id, name, code, type, values;

    /// The codes of nearly all fields that matter are told without making texts of them.
    FieldUse use() const
    {
        if (code.raw() == "\"PHONE\"")
            return FieldUse::Phone;
        if (code.raw() == "\"EMAIL\"")
            return FieldUse::Email;
        return useOf(code.text(), type.text(), name.text());
    }
};

struct Value
{
    JsonView value;
    JsonView code;
};

Value valueOf(const JsonView &entry)
{
    if (!entry.isObject())
        return {entry, {}};
    Value found;
    for (JsonMembers members(entry); members.next();) {
        switch (valueKeys(members.key())) {
        case ValueKey::Value: found.value = members.value(); break;
        case ValueKey::EnumCode: found.code = members.value(); break;
        default: break;
        }
    }
    return found;
}

void readPoints(RowReader &reader, const Field &field, records::PointKind kind, const Path &path, QVector<records::Point> &points)
{
    for (JsonElements entries(field.values); entries.next();) {
        const Value value = valueOf(entries.value());
        if (value.value.isArray() || value.value.isObject()) {
            if (!value.value.isEmpty())
                reader.fail(Path(Path(path, entries.index()), "value"), QStringLiteral("expected string, found %1").arg(QLatin1String(value.value.typeName())));
            continue;
        }
        QString text = value.value.isEmpty() ? QString() : value.value.text();
        if (text.isEmpty())
            continue;
        reader.add(points, {kind, std::move(text), {}, {}, value.code.isEmpty() ? QString() : pointType(value.code.text())});
    }
}

QString joined(const JsonView &values, const QString &type)
{
    QString text;
    for (JsonElements entries(values); entries.next();) {
        const QString one = readable(valueOf(entries.value()).value, type);
        if (one.isEmpty())
            continue;
        if (!text.isEmpty())
            text += QLatin1String("; ");
        text += one;
    }
    return text;
}

Field readField(RowReader &reader, const JsonView &entry, const Path &path)
{
    Field field;
    const auto scalar = [&](const JsonMembers &m) {
        const bool wrong = (m.value().isArray() || m.value().isObject()) && !m.value().isEmpty();
        if (wrong)
            reader.text(m.value(), Path(path, m.key()));
        return wrong ? JsonView() : m.value();
    };
    for (JsonMembers members(entry); members.next();) {
        switch (fieldKeys(members.key())) {
        case Key::Id: field.id = scalar(members); break;
        case Key::Name: field.name = scalar(members); break;
        case Key::Code: field.code = scalar(members); break;
        case Key::Type: field.type = scalar(members); break;
        case Key::Values: field.values = members.value(); break;
        case Key::Other: break;
        }
    }
    return field;
}

} // namespace

FieldUse useOf(const QString &code, const QString &type, const QString &name)
{
    if (code == QLatin1String("PHONE"))
        return FieldUse::Phone;
    if (code == QLatin1String("EMAIL"))
        return FieldUse::Email;
    if (code == QLatin1String("POSITION"))
        return FieldUse::Position;
    if (!code.isEmpty() || !(type.isEmpty() || type == QLatin1String("multitext") || type == QLatin1String("text")))
        return FieldUse::Custom;
    if (isOneOf(name, {u"phone", u"телефон", u"тел.", u"тел", u"мобильный телефон", u"рабочий телефон", u"mobile phone", u"work phone", u"telephone"}))
        return FieldUse::Phone;
    if (isOneOf(name, {u"email", u"e-mail", u"почта", u"эл. почта", u"электронная почта", u"mail", u"рабочий email", u"email раб."}))
        return FieldUse::Email;
    if (isOneOf(name, {u"должность", u"position", u"job title"}))
        return FieldUse::Position;
    return FieldUse::Custom;
}

QString readable(const JsonView &value, const QString &type)
{
    if (value.isEmpty())
        return {};
    if (value.isList()) {
        QStringList parts;
        for (JsonElements entries(value); entries.next();)
            parts << readable(entries.value(), type);
        return parts.join(QLatin1String(", "));
    }
    if (value.isObject()) {
        for (const std::string_view key : {"name", "file_name", "value", "title"}) {
            if (const JsonView part = member(value, key); !part.isEmpty() && !part.isObject() && !part.isArray())
                return part.text();
        }
        return QString::fromUtf8(value.json());
    }
    const QString text = value.text();
    if (value.type() == JsonView::Type::Number && (type == QLatin1String("date") || type == QLatin1String("birthday"))) {
        const QString day = formats::parseDay(text);
        return day.isEmpty() ? text : day;
    }
    return text;
}

void readCustomFields(RowReader &reader, const JsonView &fields, const Path &path, FieldsTarget target)
{
    if (!reader.array(fields, path))
        return;
    for (JsonElements entries(fields); entries.next();) {
        const Path at(path, entries.index());
        if (!reader.object(entries.value(), at))
            continue;
        const Field field = readField(reader, entries.value(), at);
        const Path valuesPath(at, "values");
        if (!reader.array(field.values, valuesPath))
            continue;
        const FieldUse use = field.use();
        if (use == FieldUse::Phone) {
            readPoints(reader, field, records::PointKind::Phone, valuesPath, target.points);
        } else if (use == FieldUse::Email) {
            readPoints(reader, field, records::PointKind::Email, valuesPath, target.points);
        } else if (use == FieldUse::Position && target.position && target.position->isEmpty()) {
            *target.position = joined(field.values, field.type.text());
        } else {
            const QString type = field.type.text();
            target.custom.push_back({field.id.text(), field.code.text(), field.name.text(), type, joined(field.values, type), field.values.json()});
        }
    }
}

} // namespace pfx::amocrm
