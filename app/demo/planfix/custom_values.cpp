// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/custom_values.h"

#include "app/demo/planfix/time_points.h"

namespace pfx::fake {

namespace {

enum FieldType {
    Date = 3,
    DateTime = 5,
    Checkbox = 7,
    Entry = 9,
    Contact = 10,
    Employee = 11,
    Counterparty = 12,
    People = 14,
    EntrySet = 15
};

QJsonValue entryValue(const AccountState &state, const QJsonObject &field, const QJsonValue &given)
{
    const qint64 key = plainId(given);
    if (key <= 0)
        return QJsonValue::Null;
    const auto entry = state.find(QStringLiteral("entries %1").arg(field[u"directoryId"].toInteger()), key);
    QJsonObject found{{QStringLiteral("id"), key}};
    if (entry)
        found.insert(QStringLiteral("value"), entry->value(u"name"));
    return found;
}

/// A request's value as answers show it.
QJsonValue stored(const AccountState &state, const QJsonObject &field, const QJsonValue &given)
{
    switch (field[u"type"].toInt()) {
    case Date:
    case DateTime:
        return timePoint(moment(given, state.zone()), state.zone());
    case Entry:
        return entryValue(state, field, given);
    case Contact:
    case Employee:
    case Counterparty: {
        const QString id = given.isObject() ? given[u"id"].toVariant().toString() : QString::number(given.toInteger());
        const QString prefix = field[u"type"].toInt() == Employee ? QStringLiteral("user:") : QStringLiteral("contact:");
        const QString full = id.contains(u':') ? id : prefix + id;
        return state.person(full).value_or(QJsonObject{{QStringLiteral("id"), full}});
    }
    case EntrySet: {
        QJsonArray found;
        for (const QJsonValue one : given.toArray())
            found.append(entryValue(state, field, one));
        return found;
    }
    default:
        return given;
    }
}

QString readable(const QJsonValue &value)
{
    if (value.isObject()) {
        for (const char16_t *member : {u"value", u"name", u"date"}) {
            if (value.toObject().contains(QStringView(member)))
                return value[QStringView(member)].toString();
        }
        return {};
    }
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15).replace(u'.', u',');
    return value.toVariant().toString();
}

} // namespace

std::optional<Answer> writeCustomFields(Context &context, QJsonObject &row, const QJsonArray &given, const QJsonArray &attached)
{
    QMap<qint64, QJsonObject> values;
    for (const QJsonValue old : row[u"customFieldData"].toArray())
        values.insert(old[u"field"][u"id"].toInteger(), old.toObject());
    for (const QJsonValue one : given) {
        const qint64 id = one[u"field"][u"id"].toInteger(-1);
        if (id < 0 || !one.toObject().contains(u"value")) {
            context.refuse(QStringLiteral("customFieldData: a field's id and value are needed"));
            return refusal(400, 40, QStringLiteral("Required parameter is missing"));
        }
        const auto field = context.state.find(QStringLiteral("customFields"), id);
        if (!field)
            continue;
        const int type = field->value(u"type").toInt();
        const QString form = context.spec.valueType(type);
        const QStringList wrong = form.isEmpty() ? QStringList{QStringLiteral("cannot be written")}
                                                 : context.spec.problems(one[u"value"], form, QStringLiteral("value"));
        if (!wrong.isEmpty()) {
            context.refuse(QStringLiteral("custom field %1 of type %2: %3").arg(id).arg(type).arg(wrong.join(u';')));
            return refusal(400, 41, QStringLiteral("Wrong value of custom field %1").arg(id));
        }
        if (!attached.contains(id))
            continue;
        const QJsonValue value = stored(context.state, *field, one[u"value"]);
        QJsonObject about;
        for (const char16_t *member : {u"id", u"name", u"type", u"objectType", u"enumValues"}) {
            if (field->contains(QStringView(member)))
                about.insert(QStringView(member), field->value(QStringView(member)));
        }
        values.insert(
            id, {{QStringLiteral("field"), about}, {QStringLiteral("value"), value}, {QStringLiteral("stringValue"), readable(value)}});
    }
    QJsonArray all;
    for (const QJsonObject &value : values)
        all.append(value);
    row.insert(QStringLiteral("customFieldData"), all);
    return {};
}

std::optional<Answer> writePeople(Context &context, QJsonObject &row, const QString &member, const QJsonObject &given)
{
    QJsonArray users;
    for (const QJsonValue one : given[u"users"].toArray()) {
        const QString id = one[u"id"].toString();
        if (!id.contains(u':')) {
            context.refuse(member + QStringLiteral(": a person needs its prefix"));
            return refusal(400, 41, QStringLiteral("Wrong value of %1").arg(member));
        }
        const auto person = context.state.person(id);
        if (!person)
            return refusal(400, 41, QStringLiteral("User not find by id %1").arg(id));
        users.append(*person);
    }
    QJsonArray groups;
    for (const QJsonValue one : given[u"groups"].toArray()) {
        const auto group = context.state.find(QStringLiteral("userGroups"), plainId(one));
        if (!group)
            return refusal(400, 41, QStringLiteral("Group not find by id %1").arg(plainId(one)));
        groups.append(*group);
    }
    row.insert(member, QJsonObject{{QStringLiteral("users"), users}, {QStringLiteral("groups"), groups}});
    return {};
}

std::optional<Answer> writeFiles(Context &context, QJsonObject &row, const QJsonArray &given)
{
    QJsonArray files;
    for (const QJsonValue one : given) {
        const auto file = context.state.find(QStringLiteral("files"), plainId(one));
        if (!file)
            return missing(QStringLiteral("files"), plainId(one));
        files.append(QJsonObject{{QStringLiteral("id"), file->value(u"id")},
                                 {QStringLiteral("name"), file->value(u"name")},
                                 {QStringLiteral("size"), file->value(u"size")}});
    }
    row.insert(QStringLiteral("files"), files);
    return {};
}

} // namespace pfx::fake
