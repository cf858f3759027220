// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/read_entities.h"

#include <QJsonArray>

namespace pfx::planfix {

using base::JsonReader;
using base::Result;

namespace {

QString q(const char *key)
{
    return QLatin1String(key);
}

/// A text that may be missing; null and missing are the same.
Result<QString> optionalText(const JsonReader &json, const char *key)
{
    return json.textOrNumber(q(key), QString());
}

Result<qint64> optionalId(const JsonReader &json, const char *key)
{
    PFX_ASSIGN(const auto object, json.child(q(key)));
    if (!object)
        return 0;
    return object->integer(q("id"), 0);
}

Result<Person> person(const JsonReader &json, const char *key)
{
    PFX_ASSIGN(const auto object, json.child(q(key)));
    if (!object)
        return Person();
    Person read;
    PFX_ASSIGN(read.id, optionalText(*object, "id"));
    PFX_ASSIGN(read.name, optionalText(*object, "name"));
    return read;
}

Result<QVector<Person>> persons(const JsonReader &json, const char *key)
{
    QVector<Person> all;
    PFX_ASSIGN(const auto items, json.children(q(key)));
    for (const JsonReader &item : items) {
        Person read;
        PFX_ASSIGN(read.id, optionalText(item, "id"));
        PFX_ASSIGN(read.name, optionalText(item, "name"));
        all.append(read);
    }
    return all;
}

Result<People> people(const JsonReader &json, const char *key)
{
    People read;
    PFX_ASSIGN(const auto object, json.child(q(key)));
    if (!object)
        return read;
    PFX_ASSIGN(read.users, persons(*object, "users"));
    PFX_ASSIGN(read.groups, persons(*object, "groups"));
    return read;
}

/// Directory entries and people among custom values carry their words beside the id.
QString shownValue(const JsonReader &item)
{
    const QString text = item.object().value(q("stringValue")).toString();
    if (!text.isEmpty())
        return text;
    const QJsonValue value = item.object().value(q("value"));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return object.contains(q("value")) ? object.value(q("value")).toString() : object.value(q("name")).toString();
    }
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

Result<QVector<CustomValue>> customValues(const JsonReader &json)
{
    QVector<CustomValue> all;
    PFX_ASSIGN(const auto items, json.children(q("customFieldData")));
    for (const JsonReader &item : items) {
        PFX_ASSIGN(const auto field, item.child(q("field")));
        if (!field)
            continue;
        CustomValue read;
        PFX_ASSIGN(read.field, field->integer(q("id")));
        PFX_ASSIGN(read.name, optionalText(*field, "name"));
        if (field->has(q("type"))) {
            PFX_ASSIGN(const qint64 type, field->integer(q("type")));
            read.type = static_cast<int>(type);
        }
        read.value = item.object().value(q("value"));
        read.shown = shownValue(item);
        all.append(read);
    }
    return all;
}

std::optional<TimePoint> time(const JsonReader &json, const char *key)
{
    return timePoint(json.object().value(q(key)));
}

} // namespace

Result<Status> readStatus(const JsonReader &json)
{
    Status status;
    PFX_ASSIGN(status.id, json.integer(q("id")));
    PFX_ASSIGN(status.name, optionalText(json, "name"));
    PFX_ASSIGN(status.color, optionalText(json, "color"));
    PFX_TRY(json.flag(q("isActive"), status.isActive));
    return status;
}

Result<Named> readNamed(const JsonReader &json)
{
    Named named;
    PFX_ASSIGN(named.id, json.integer(q("id")));
    PFX_ASSIGN(named.name, optionalText(json, "name"));
    return named;
}

Result<Task> readTask(const JsonReader &json)
{
    Task task;
    PFX_ASSIGN(task.id, json.integer(q("id")));
    PFX_ASSIGN(task.name, optionalText(json, "name"));
    PFX_ASSIGN(task.description, optionalText(json, "description"));
    PFX_ASSIGN(const auto status, json.child(q("status")));
    if (status) {
        PFX_ASSIGN(task.status, readStatus(*status));
    }
    PFX_ASSIGN(task.processId, json.integer(q("processId"), 0));
    PFX_ASSIGN(task.templateId, optionalId(json, "template"));
    PFX_ASSIGN(task.assigner, person(json, "assigner"));
    PFX_ASSIGN(task.counterparty, person(json, "counterparty"));
    PFX_ASSIGN(task.assignees, people(json, "assignees"));
    task.created = time(json, "dateTime");
    task.start = time(json, "startDateTime");
    task.end = time(json, "endDateTime");
    task.changed = time(json, "dateOfLastUpdate");
    PFX_ASSIGN(task.sourceObjectId, optionalText(json, "sourceObjectId"));
    PFX_ASSIGN(task.custom, customValues(json));
    return task;
}

Result<Contact> readContact(const JsonReader &json)
{
    Contact contact;
    PFX_ASSIGN(contact.id, json.integer(q("id")));
    PFX_ASSIGN(contact.name, optionalText(json, "name"));
    PFX_ASSIGN(contact.middleName, optionalText(json, "midname"));
    PFX_ASSIGN(contact.lastName, optionalText(json, "lastname"));
    PFX_ASSIGN(contact.email, optionalText(json, "email"));
    const QJsonArray others = json.object().value(q("additionalEmailAddresses")).toArray();
    for (const QJsonValue &other : others)
        contact.otherEmails.append(other.toString());
    PFX_ASSIGN(const auto phones, json.children(q("phones")));
    for (const JsonReader &phone : phones) {
        PFX_ASSIGN(const QString number, optionalText(phone, "number"));
        PFX_ASSIGN(const qint64 type, phone.integer(q("type"), 1));
        contact.phones.append({number, static_cast<int>(type)});
    }
    PFX_ASSIGN(contact.position, optionalText(json, "position"));
    PFX_TRY(json.flag(q("isCompany"), contact.isCompany));
    PFX_ASSIGN(contact.templateId, optionalId(json, "template"));
    PFX_ASSIGN(contact.custom, customValues(json));
    return contact;
}

Result<User> readUser(const JsonReader &json)
{
    User user;
    // A plain number, or "user:5" when the list was asked for prefixed ids.
    PFX_ASSIGN(const QString id, json.textOrNumber(q("id"), QString()));
    user.id = Person{id, {}}.number();
    if (user.id <= 0)
        return base::fail(base::ErrorCode::Validation, QStringLiteral("expected the number of an employee"), json.path(q("id")));
    PFX_ASSIGN(user.name, optionalText(json, "name"));
    PFX_ASSIGN(user.lastName, optionalText(json, "lastname"));
    PFX_ASSIGN(user.email, optionalText(json, "email"));
    PFX_ASSIGN(user.role, optionalText(json, "role"));
    PFX_ASSIGN(user.status, optionalText(json, "status"));
    PFX_ASSIGN(const auto phones, json.children(q("phones")));
    for (const JsonReader &phone : phones) {
        PFX_ASSIGN(const QString number, optionalText(phone, "number"));
        user.phones.append(number);
    }
    return user;
}

Result<Comment> readComment(const JsonReader &json)
{
    Comment comment;
    PFX_ASSIGN(comment.id, json.integer(q("id")));
    PFX_ASSIGN(comment.description, optionalText(json, "description"));
    PFX_ASSIGN(comment.owner, person(json, "owner"));
    comment.time = time(json, "dateTime");
    PFX_ASSIGN(const auto change, json.child(q("changeStatus")));
    if (change) {
        PFX_ASSIGN(comment.oldStatus, change->integer(q("oldStatusId"), 0));
        PFX_ASSIGN(comment.newStatus, change->integer(q("newStatusId"), 0));
    }
    return comment;
}

Result<CustomField> readCustomField(const JsonReader &json)
{
    CustomField field;
    PFX_ASSIGN(field.id, json.integer(q("id")));
    PFX_ASSIGN(field.name, optionalText(json, "name"));
    PFX_ASSIGN(const qint64 type, json.integer(q("type"), 0));
    field.type = static_cast<int>(type);
    const QJsonArray choices = json.object().value(q("enumValues")).toArray();
    for (const QJsonValue &choice : choices)
        field.choices.append(choice.toString());
    PFX_ASSIGN(field.directory, json.integer(q("directoryId"), 0));
    return field;
}

Result<FileInfo> readFile(const JsonReader &json)
{
    FileInfo file;
    PFX_ASSIGN(file.id, json.integer(q("id")));
    PFX_ASSIGN(file.name, optionalText(json, "name"));
    PFX_ASSIGN(file.sizeKiB, json.integer(q("size"), 0));
    PFX_ASSIGN(file.downloadUrl, optionalText(json, "downloadUrl"));
    return file;
}

Result<DirectoryEntry> readDirectoryEntry(const JsonReader &json)
{
    DirectoryEntry entry;
    PFX_ASSIGN(entry.key, json.integer(q("key")));
    PFX_ASSIGN(entry.parent, json.integer(q("parentKey"), 0));
    PFX_ASSIGN(entry.name, optionalText(json, "name"));
    PFX_TRY(json.flag(q("isGroup"), entry.isGroup));
    PFX_TRY(json.flag(q("archived"), entry.isArchived));
    return entry;
}

Result<QVector<FieldFailure>> readFailures(const JsonReader &json)
{
    QVector<JsonReader> items;
    if (json.object().value(q("failures")).isObject()) {
        PFX_ASSIGN(const auto single, json.child(q("failures")));
        if (single)
            items.append(*single);
    } else {
        PFX_ASSIGN(items, json.children(q("failures")));
    }
    QVector<FieldFailure> failures;
    for (const JsonReader &item : items) {
        FieldFailure failure;
        PFX_ASSIGN(failure.field, optionalText(item, "field"));
        PFX_ASSIGN(failure.error, optionalText(item, "error"));
        failures.append(failure);
    }
    return failures;
}

} // namespace pfx::planfix
