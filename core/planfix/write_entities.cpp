// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/write_entities.h"

#include <QJsonArray>

namespace pfx::planfix {

namespace {

QJsonObject reference(const QJsonValue &id)
{
    return {{QStringLiteral("id"), id}};
}

QJsonObject peopleJson(const People &people)
{
    QJsonArray users;
    for (const Person &user : people.users)
        users.append(reference(user.id));
    QJsonArray groups;
    for (const Person &group : people.groups)
        groups.append(reference(group.number()));
    return {{QStringLiteral("users"), users}, {QStringLiteral("groups"), groups}};
}

QJsonArray customJson(const QVector<CustomValue> &values)
{
    QJsonArray items;
    for (const CustomValue &value : values)
        items.append(QJsonObject{{QStringLiteral("field"), reference(value.field)}, {QStringLiteral("value"), value.value}});
    return items;
}

/// Puts the members of a draft that are set.
class Members
{
public:
    explicit Members(QJsonObject &object) : m_object(object) {}

    template<typename T>
    void put(const char *key, const std::optional<T> &value)
    {
        if (value)
            m_object.insert(QLatin1String(key), *value);
    }
    template<typename T>
    void putReference(const char *key, const std::optional<T> &id)
    {
        if (id)
            m_object.insert(QLatin1String(key), reference(*id));
    }

private:
    QJsonObject &m_object;
};

} // namespace

QJsonObject toJson(const TaskDraft &draft)
{
    QJsonObject object;
    Members members(object);
    members.put("name", draft.name);
    members.put("description", draft.description);
    members.putReference("template", draft.templateId);
    members.putReference("status", draft.status);
    members.putReference("counterparty", draft.counterparty);
    if (draft.assignees)
        object.insert(QStringLiteral("assignees"), peopleJson(*draft.assignees));
    if (draft.start)
        object.insert(QStringLiteral("startDateTime"), toJson(*draft.start));
    if (draft.end)
        object.insert(QStringLiteral("endDateTime"), toJson(*draft.end));
    if (!draft.custom.isEmpty())
        object.insert(QStringLiteral("customFieldData"), customJson(draft.custom));
    if (draft.files) {
        QJsonArray files;
        for (const qint64 file : *draft.files)
            files.append(reference(file));
        object.insert(QStringLiteral("files"), files);
    }
    members.put("sourceObjectId", draft.sourceObjectId);
    return object;
}

QJsonObject toJson(const ContactDraft &draft)
{
    QJsonObject object;
    Members members(object);
    members.putReference("template", draft.templateId);
    members.put("name", draft.name);
    members.put("midname", draft.middleName);
    members.put("lastname", draft.lastName);
    members.put("email", draft.email);
    if (draft.phones) {
        QJsonArray phones;
        for (const Phone &phone : *draft.phones)
            phones.append(QJsonObject{{QStringLiteral("number"), phone.number}, {QStringLiteral("type"), phone.type}});
        object.insert(QStringLiteral("phones"), phones);
    }
    members.put("position", draft.position);
    members.put("description", draft.description);
    members.put("isCompany", draft.isCompany);
    if (!draft.companies.isEmpty()) {
        QJsonArray companies;
        for (const qint64 company : draft.companies)
            companies.append(reference(company));
        object.insert(QStringLiteral("companies"), companies);
    }
    if (!draft.supervisors.isEmpty()) {
        People people;
        for (const QString &supervisor : draft.supervisors)
            people.users.append({supervisor, {}});
        object.insert(QStringLiteral("supervisors"), peopleJson(people));
    }
    if (!draft.custom.isEmpty())
        object.insert(QStringLiteral("customFieldData"), customJson(draft.custom));
    return object;
}

QString toHtml(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar character : text) {
        if (!character.isSurrogate())
            plain.append(character);
    }
    return plain.toHtmlEscaped().replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

} // namespace pfx::planfix
