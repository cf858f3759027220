// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/planfix_request.h"

#include "core/formats/json_stream.h"

#include <QUtf8StringView>

namespace pfx::mailing {

using base::Result;
using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;

namespace {

using Type = JsonView::Type;

std::string_view viewOf(const QByteArray &bytes)
{
    return std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// The whole text is one value in UTF-8; where it is not, the byte.
std::optional<qint64> brokenAt(const QByteArray &body)
{
    if (!QUtf8StringView(body).isValidUtf8())
        return 0;
    formats::JsonStream stream(std::make_shared<formats::MemorySource>(body), 0);
    if (stream.skipValue() && stream.peek() == -1 && !stream.problem())
        return std::nullopt;
    return stream.problem() ? stream.problem()->offset : stream.offset();
}

bool isNothing(const JsonView &value)
{
    return value.type() == Type::Missing || value.type() == Type::Null;
}

bool isText(const JsonView &value)
{
    return value.type() == Type::String || value.type() == Type::Number;
}

Refusal refusal(Refused why, std::string_view field)
{
    return {why, QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()))};
}

std::optional<QString> textOf(const JsonView &value)
{
    if (isNothing(value))
        return std::nullopt;
    // An object for a name says nothing; for an address it is a bad one.
    return isText(value) || value.type() == Type::True || value.type() == Type::False ? value.text()
                                                                                      : QString::fromLatin1(value.typeName());
}

Contact contactOf(const JsonView &object, const QString &place, const PlanfixRequest::Note &note)
{
    Contact contact;
    contact.place = place;
    for (JsonMembers members(object); members.next();) {
        const JsonView &value = members.value();
        if (members.key() == "id") {
            if (isNothing(value))
                continue;
            bool isNumber = false;
            const qint64 id = value.text().trimmed().toLongLong(&isNumber);
            if (isNumber && id > 0)
                contact.planfixId = id;
            else if (note)
                note(ContactProblem::Kind::BadId, place, value.text());
        } else if (members.key() == "email") {
            contact.email = textOf(value);
        } else if (members.key() == "firstName") {
            contact.firstName = isText(value) ? textOf(value) : std::nullopt;
        } else if (members.key() == "lastName") {
            contact.lastName = isText(value) ? textOf(value) : std::nullopt;
        }
    }
    return contact;
}

} // namespace

std::variant<PlanfixRequest, Refusal> PlanfixRequest::read(const QByteArray &body)
{
    constexpr char mark[] = "\xEF\xBB\xBF"; // some write it before UTF-8
    PlanfixRequest request(body.startsWith(mark) ? body.mid(3) : body);
    if (const auto place = brokenAt(request.m_body))
        return Refusal{Refused::NotJson, QString::number(*place)};
    const std::string_view whole = viewOf(request.m_body);
    const size_t begin = whole.find_first_not_of(" \n\r\t");
    const JsonView document(whole.substr(begin, whole.find_last_not_of(" \n\r\t") + 1 - begin));
    bool hasAction = false, hasToken = false, hasData = false;
    const auto once = [&request](bool &had, std::string_view field) {
        if (std::exchange(had, true))
            request.m_fault = refusal(Refused::DoubleField, field);
    };
    JsonView action;
    for (JsonMembers members(document); members.next();) {
        if (members.key() == "action") {
            once(hasAction, "action");
            action = members.value();
        } else if (members.key() == "authToken") {
            once(hasToken, "authToken");
            request.m_token = isText(members.value()) ? members.value().text().toUtf8() : QByteArray();
        } else if (members.key() == "data") {
            once(hasData, "data");
            request.m_data = members.value();
        }
    }
    request.m_action = isText(action) ? action.text() : QString();
    if (!request.m_fault && request.m_action.isEmpty())
        request.m_fault = refusal(isNothing(action) || isText(action) ? Refused::MissingField : Refused::WrongField, "action");
    if (!request.m_fault && !isNothing(request.m_data) && !request.m_data.isObject() && !request.m_data.isEmpty())
        request.m_fault = refusal(Refused::WrongField, "data");
    return request;
}

std::variant<QString, Refusal> PlanfixRequest::text(std::string_view name) const
{
    const JsonView value = field(name);
    if (!isNothing(value) && !isText(value))
        return refusal(Refused::WrongField, name);
    QString text = value.text().trimmed();
    if (text.isEmpty())
        return refusal(Refused::MissingField, name);
    return text;
}

QString PlanfixRequest::textOr(std::string_view name) const
{
    const JsonView value = field(name);
    return isText(value) ? value.text() : QString();
}

std::variant<Contact, Refusal> PlanfixRequest::contact() const
{
    const JsonView value = field("contact");
    if (isNothing(value) || value.isEmpty())
        return refusal(Refused::MissingField, "contact");
    if (!value.isObject())
        return refusal(Refused::WrongField, "contact");
    return contactOf(value, QStringLiteral("contact"), {});
}

std::optional<Refusal> PlanfixRequest::contactsFault() const
{
    const JsonView value = field("contacts");
    if (isNothing(value))
        return refusal(Refused::MissingField, "contacts");
    if (!value.isList() && !value.isEmpty())
        return refusal(Refused::WrongField, "contacts");
    return std::nullopt;
}

Result<void> PlanfixRequest::forEachPart(qsizetype partSize, const Take &take, const Note &note) const
{
    std::vector<Contact> part;
    part.reserve(static_cast<size_t>(partSize));
    const JsonView list = field("contacts");
    for (JsonElements elements(list); elements.next();) {
        const QString place = QStringLiteral("contacts[%1]").arg(elements.index());
        if (!elements.value().isObject()) {
            note(ContactProblem::Kind::NotAnObject, place, QString::fromLatin1(elements.value().typeName()));
            continue;
        }
        part.push_back(contactOf(elements.value(), place, note));
        if (static_cast<qsizetype>(part.size()) < partSize)
            continue;
        PFX_TRY(take(part));
        part.clear();
    }
    return part.empty() ? Result<void>() : take(part);
}

} // namespace pfx::mailing
