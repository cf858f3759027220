// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts and companies: created, changed, imported in bulk.
#include "app/demo/planfix/context.h"
#include "app/demo/planfix/custom_values.h"
#include "app/demo/planfix/time_points.h"

#include <QRegularExpression>

namespace pfx::fake {

namespace {

const QString contacts = QStringLiteral("contacts");

constexpr const char *plainMembers[] = {
    "name",
    "midname",
    "lastname",
    "gender",
    "description",
    "address",
    "site",
    "email",
    "skype",
    "telegramId",
    "telegram",
    "facebook",
    "instagram",
    "viberId",
    "position",
    "languageCode",
    "communicationLanguageCode",
    "timezone",
    "isCompany",
    "isDeleted",
    "companies",
    "contacts",
    "sourceObjectId",
    "sourceDataVersion",
};

QString digits(const QString &text)
{
    return QString(text).remove(QRegularExpression(QStringLiteral("\\D")));
}

/// As Planfix tells numbers: digits only, and a mask for people.
QJsonArray phones(const QJsonArray &given)
{
    QJsonArray found;
    for (const QJsonValue one : given) {
        const QString number = digits(one[u"number"].toString());
        QString masked = QStringLiteral("+") + number;
        if (number.size() == 11) {
            masked = QStringLiteral("+%1 (%2) %3-%4-%5")
                         .arg(number.left(1), number.mid(1, 3), number.mid(4, 3), number.mid(7, 2), number.mid(9));
        }
        found.append(QJsonObject{
            {QStringLiteral("number"), number}, {QStringLiteral("maskedNumber"), masked}, {QStringLiteral("type"), one[u"type"].toInt(1)}});
    }
    return found;
}

std::optional<Answer> write(Context &context, QJsonObject &contact)
{
    static const QRegularExpression mail(QStringLiteral("^[^@\\s]+@[^@\\s]+$"));
    const QJsonObject &body = context.body;
    for (const char *member : plainMembers) {
        if (body.contains(QLatin1String(member)))
            contact.insert(QLatin1String(member), body[QLatin1String(member)]);
    }
    if (contact[u"name"].toString().isEmpty() && contact[u"lastname"].toString().isEmpty())
        return refusal(400, 2006, QStringLiteral("Contact name is empty"));
    if (const QString address = contact[u"email"].toString(); !address.isEmpty() && !mail.match(address).hasMatch())
        return refusal(400, 2004, QStringLiteral("Wrong e-mail"));
    if (body.contains(u"phones"))
        contact.insert(QStringLiteral("phones"), phones(body[u"phones"].toArray()));
    if (body.contains(u"birthDate"))
        contact.insert(QStringLiteral("birthDate"), timePoint(moment(body[u"birthDate"], context.state.zone()), context.state.zone()));
    if (body.contains(u"group")) {
        const auto group = context.state.find(QStringLiteral("contactGroups"), plainId(body[u"group"]));
        if (!group)
            return refusal(400, 41, QStringLiteral("Group not find by id %1").arg(plainId(body[u"group"])));
        contact.insert(QStringLiteral("group"), *group);
    }
    if (body.contains(u"supervisors")) {
        if (auto wrong = writePeople(context, contact, QStringLiteral("supervisors"), body[u"supervisors"].toObject()))
            return wrong;
    }
    const auto made = context.state.find(QStringLiteral("contactTemplates"), plainId(contact[u"template"]));
    contact.insert(QStringLiteral("dateOfLastUpdate"), context.nowPoint());
    return writeCustomFields(context, contact, body[u"customFieldData"].toArray(), made ? made->value(u"_fields").toArray() : QJsonArray());
}

QJsonObject blank(const Context &context)
{
    return {{QStringLiteral("name"), QString()},
            {QStringLiteral("midname"), QString()},
            {QStringLiteral("lastname"), QString()},
            {QStringLiteral("email"), QString()},
            {QStringLiteral("additionalEmailAddresses"), QJsonArray()},
            {QStringLiteral("phones"), QJsonArray()},
            {QStringLiteral("isCompany"), false},
            {QStringLiteral("isDeleted"), false},
            {QStringLiteral("createdDate"), context.nowPoint()},
            {QStringLiteral("addedBy"), context.state.person(context.person).value_or(QJsonObject())}};
}

/// Whether the two are the same by "email-phone", "phone", "custom:210" …
bool isSame(const QJsonObject &row, const QJsonObject &given, const QString &key)
{
    if (key.startsWith(u"custom:")) {
        const qint64 field = key.section(u':', 1).toLongLong();
        const auto value = [field](const QJsonObject &of) {
            for (const QJsonValue one : of[u"customFieldData"].toArray()) {
                if (one[u"field"][u"id"].toInteger() == field)
                    return one[u"value"].toVariant().toString();
            }
            return QString();
        };
        return !value(row).isEmpty() && value(row) == value(given);
    }
    const auto same = [&row, &given](const QString &part) {
        if (part == u"email")
            return !given[u"email"].toString().isEmpty() && row[u"email"] == given[u"email"];
        if (part == u"name")
            return row[u"name"] == given[u"name"] && row[u"lastname"].toString() == given[u"lastname"].toString();
        for (const QJsonValue one : given[u"phones"].toArray()) {
            for (const QJsonValue other : row[u"phones"].toArray()) {
                if (other[u"number"].toString() == digits(one[u"number"].toString()))
                    return true;
            }
        }
        return false;
    };
    const QStringList parts = QString(key).remove(QStringLiteral("-ifnot")).split(u'-');
    if (key.contains(u"and"))
        return same(QStringLiteral("email")) && same(QStringLiteral("phone")) && same(QStringLiteral("name"));
    for (const QString &part : parts) { // the first of them that is given decides
        const bool given1 =
            part == u"name" || (part == u"email" ? !given[u"email"].toString().isEmpty() : !given[u"phones"].toArray().isEmpty());
        if (given1)
            return same(part);
    }
    return false;
}

std::optional<Answer> importOne(Context &context, const QJsonObject &given, const QJsonObject &options)
{
    std::optional<QJsonObject> known;
    for (const QJsonObject &row : context.state.rows(contacts)) {
        if (options[u"optionImportDuplicate"].toString() != u"none"
            && isSame(row, given, options[u"optionImportUniqueField"].toString(QStringLiteral("email-phone"))))
            known = row;
    }
    if (known && options[u"optionImportDuplicate"].toString(QStringLiteral("ignore")) == u"ignore")
        return {};
    QJsonObject contact = known.value_or(blank(context));
    context.body = given;
    if (!known) {
        const char16_t *kind = given[u"isCompany"].toBool() ? u"companyTemplateId" : u"contactTemplateId";
        contact.insert(QStringLiteral("template"), QJsonObject{{QStringLiteral("id"), options[QStringView(kind)]}});
    }
    if (auto wrong = write(context, contact))
        return wrong;
    if (!known)
        contact.insert(QStringLiteral("id"), context.state.nextId(contacts));
    context.state.put(contacts, contact);
    return {};
}

} // namespace

Answer createContact(Context &context)
{
    const auto made = context.state.find(QStringLiteral("contactTemplates"), plainId(context.body[u"template"]));
    if (!made)
        return refusal(400, 2001, QStringLiteral("Contact is not added: template is required"));
    QJsonObject contact = blank(context);
    contact.insert(QStringLiteral("template"), QJsonObject{{QStringLiteral("id"), made->value(u"id")}});
    if (auto wrong = write(context, contact))
        return *wrong;
    const qint64 id = context.state.nextId(contacts);
    contact.insert(QStringLiteral("id"), id);
    context.state.put(contacts, contact);
    return success({{QStringLiteral("id"), id}}, 201);
}

Answer updateContact(Context &context)
{
    const qint64 id = context.number(QStringLiteral("id"));
    auto contact = context.state.find(contacts, id);
    if (!contact)
        return refusal(404, 2000, QStringLiteral("Contact for update not found by id %1").arg(id));
    if (auto wrong = write(context, *contact))
        return *wrong;
    context.state.put(contacts, *contact);
    return success();
}

Answer importContacts(Context &context)
{
    const QJsonObject options = context.body;
    for (const QJsonValue one : options[u"contacts"].toArray()) {
        if (importOne(context, one.toObject(), options))
            return refusal(500, 2001, QStringLiteral("Contact is not added"));
    }
    return {201, {}, {}, {}, 0}; // without a body
}

} // namespace pfx::fake
