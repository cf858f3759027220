// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/json_rows.h"

#include "core/bitrix24/json_fields.h"
#include "core/bitrix24/keys.h"
#include "core/formats/row_reader.h"

#include <QUrl>

#include <algorithm>

namespace pfx::bitrix24 {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;
using formats::Slot;
using records::Section;

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

// PHONE and EMAIL: an array of {VALUE, VALUE_TYPE}, a lone text in item rows, or a map of numbered rows (PHP).
void readPoints(RowReader &reader, const JsonView &value, const Path &path, records::PointKind kind, QVector<records::Point> &points)
{
    if (value.isEmpty() || value.type() == JsonView::Type::False)
        return;
    const auto add = [&](const JsonView &entry, const Path &at) {
        if (!entry.isObject()) {
            if (const QString text = reader.text(entry, at); !text.isEmpty())
                points.push_back({kind, text, {}, {}, {}});
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
            points.push_back({kind, text, {}, {}, type});
    };
    if (value.isObject()) {
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

// crm.item.list: [{"typeId":"PHONE","valueType":"WORK","value":"…"}]. What is neither phone nor e-mail stays unknown.
bool readMultiFields(RowReader &reader, const JsonView &value, QVector<records::Point> &points)
{
    if (!value.isArray())
        return false;
    bool all = true;
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
        const auto known = std::find_if(points.begin(), points.end(), [&](const records::Point &point) { return point.value == written; });
        if (!written.isEmpty() && known == points.end())
            points.push_back({phone ? records::PointKind::Phone : records::PointKind::Email, written, {}, {}, pointType(place.text())});
    }
    return all;
}

QString key(const JsonMembers &m)
{
    return QString::fromUtf8(m.key().data(), static_cast<qsizetype>(m.key().size()));
}

// User fields (UF_CRM_*, ufCrm_*) are what people made themselves; the rest of the unknown ones is kept as raw JSON.
void keepOther(RowReader &reader, const JsonMembers &m, QVector<records::CustomField> &custom)
{
    const std::string_view name = m.key();
    const bool own = name.substr(0, 3) == "UF_" || name.substr(0, 5) == "ufCrm";
    if (!own || m.value().isEmpty()) {
        reader.keep(m.rawKey(), m.value());
        return;
    }
    QString text;
    if (m.value().isArray()) {
        QStringList parts;
        for (JsonElements entries(m.value()); entries.next();)
            parts << (entries.value().isObject() ? QString::fromUtf8(entries.value().json()) : entries.value().text());
        text = parts.join(QLatin1String("; "));
    } else {
        text = m.value().isObject() ? QString::fromUtf8(m.value().json()) : m.value().text();
    }
    custom.push_back({key(m), key(m), key(m), {}, text, m.value().json()});
}

QStringList readTags(const JsonView &value)
{
    QStringList tags;
    for (JsonElements entries(value); entries.next();)
        tags << entries.value().text();
    if (value.type() == JsonView::Type::String) {
        for (const QString &tag : value.text().split(QLatin1Char(','), Qt::SkipEmptyParts))
            tags << tag.trimmed();
    }
    return tags;
}

template<typename Record>
bool deliver(RowReader &reader, Record &&record, records::SourceItem &item)
{
    item.externalId = record.externalId;
    if (record.externalId.isEmpty())
        reader.fail("ID", QStringLiteral("missing"));
    if (reader.error())
        item.content = *reader.error();
    else
        item.content = std::forward<Record>(record);
    return true;
}

/// What contacts, companies and deals have in common; false when the member is none of it.
template<typename Record>
bool readCommon(RowReader &reader, Key which, const JsonMembers &m, Record &record)
{
    switch (which) {
    case Key::Id: record.externalId = reader.id(m.value(), m.key()); return true;
    case Key::Owner: record.owner.externalId = reader.id(m.value(), m.key()); return true;
    case Key::Created: record.createdAt = reader.time(m.value(), m.key()); return true;
    case Key::Modified: record.changedAt = reader.time(m.value(), m.key()); return true;
    case Key::Tags: record.tags = readTags(m.value()); return true;
    case Key::PhoneFlag: return true;
    default: return false;
    }
}

QString fullName(const records::Contact &contact)
{
    QString name;
    for (const QString &part : {contact.firstName, contact.middleName, contact.lastName}) {
        if (part.isEmpty())
            continue;
        if (!name.isEmpty())
            name += QLatin1Char(' ');
        name += part;
    }
    return name;
}

bool readContact(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Contact contact;
    for (JsonMembers m(row); m.next();) {
        const Key which = keys()(m.key());
        if (readCommon(reader, which, m, contact))
            continue;
        switch (which) {
        case Key::Name: contact.firstName = reader.text(m.value(), m.key()); break;
        case Key::SecondName: contact.middleName = reader.text(m.value(), m.key()); break;
        case Key::LastName: contact.lastName = reader.text(m.value(), m.key()); break;
        case Key::Post: contact.position = reader.text(m.value(), m.key()); break;
        case Key::Phones: readPoints(reader, m.value(), m.key(), records::PointKind::Phone, contact.points); break;
        case Key::Emails: readPoints(reader, m.value(), m.key(), records::PointKind::Email, contact.points); break;
        case Key::MultiFields:
            if (!readMultiFields(reader, m.value(), contact.points))
                reader.keep(m.rawKey(), m.value());
            break;
        case Key::CompanyId: contact.company.externalId = reader.id(m.value(), m.key()); break;
        case Key::CompanyTitle: contact.company.name = reader.text(m.value(), m.key()); break;
        default: keepOther(reader, m, contact.custom);
        }
    }
    contact.name = fullName(contact);
    contact.unknown = reader.takeUnknown();
    return deliver(reader, std::move(contact), item);
}

bool readCompany(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Company company;
    for (JsonMembers m(row); m.next();) {
        const Key which = keys()(m.key());
        if (readCommon(reader, which, m, company))
            continue;
        switch (which) {
        case Key::Title: company.title = reader.text(m.value(), m.key()); break;
        case Key::Name:
            if (company.title.isEmpty())
                company.title = reader.text(m.value(), m.key());
            break;
        case Key::Phones: readPoints(reader, m.value(), m.key(), records::PointKind::Phone, company.points); break;
        case Key::Emails: readPoints(reader, m.value(), m.key(), records::PointKind::Email, company.points); break;
        case Key::MultiFields:
            if (!readMultiFields(reader, m.value(), company.points))
                reader.keep(m.rawKey(), m.value());
            break;
        default: keepOther(reader, m, company.custom);
        }
    }
    company.unknown = reader.takeUnknown();
    return deliver(reader, std::move(company), item);
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

// "C5:NEW" names its pipeline.
QString categoryOf(const QString &stage)
{
    const qsizetype colon = stage.indexOf(QLatin1Char(':'));
    if (colon < 2 || stage[0] != u'C')
        return {};
    const QStringView digits = QStringView(stage).sliced(1, colon - 1);
    return std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }) ? digits.toString() : QString();
}

void addContact(RowReader &reader, const JsonView &value, const Path &path, records::Deal &deal)
{
    const bool object = value.isObject();
    JsonView idValue = value;
    if (object) {
        idValue = member(value, "ID");
        for (const std::string_view name : {"id", "CONTACT_ID", "contactId"}) {
            if (idValue.isEmpty())
                idValue = member(value, name);
        }
    }
    const QString id = reader.id(idValue, path);
    if (id.isEmpty())
        return;
    const bool known = std::any_of(deal.contacts.begin(), deal.contacts.end(), [&id](const records::ContactReference &contact) { return contact.externalId == id; });
    if (!known)
        deal.contacts.push_back({id, {}, {}, object && reader.flag(member(value, "IS_PRIMARY"))});
}

void readContactList(RowReader &reader, const JsonMembers &m, records::Deal &deal)
{
    if (!reader.array(m.value(), m.key()))
        return;
    for (JsonElements entries(m.value()); entries.next();)
        addContact(reader, entries.value(), Path(m.key(), entries.index()), deal);
}

// CONTACT_ID is the main one; otherwise the first that says so, or simply the first.
void chooseMain(records::Deal &deal, const QString &mainId)
{
    auto main = std::find_if(deal.contacts.begin(), deal.contacts.end(), [&](const records::ContactReference &contact) { return contact.externalId == mainId; });
    if (main == deal.contacts.end() && !mainId.isEmpty()) {
        deal.contacts.push_front({mainId, {}, {}, true});
        main = deal.contacts.begin();
    }
    if (main == deal.contacts.end())
        main = std::find_if(deal.contacts.begin(), deal.contacts.end(), [](const records::ContactReference &contact) { return contact.isMain; });
    if (main == deal.contacts.end())
        main = deal.contacts.begin();
    for (auto contact = deal.contacts.begin(); contact != deal.contacts.end(); ++contact)
        contact->isMain = contact == main;
}

bool readDeal(RowReader &reader, const JsonView &row, const QHash<QString, QString> &dictionaries, records::SourceItem &item)
{
    records::Deal deal;
    QString mainContact;
    bool recurring = false;
    std::optional<qint64> closeDate;
    std::optional<bool> closed;
    for (JsonMembers m(row); m.next();) {
        const Key which = keys()(m.key());
        if (readCommon(reader, which, m, deal))
            continue;
        switch (which) {
        case Key::Title: deal.title = reader.text(m.value(), m.key()); break;
        case Key::Amount: deal.amount = reader.text(m.value(), m.key()); break;
        case Key::Currency: deal.currency = reader.text(m.value(), m.key()); break;
        case Key::Stage: deal.stage.externalId = reader.text(m.value(), m.key()); break;
        case Key::StageSemantics: deal.semantics = semantics(reader.text(m.value(), m.key())); break;
        case Key::Category: deal.pipeline.externalId = reader.text(m.value(), m.key()); break;
        case Key::CompanyId: deal.company.externalId = reader.id(m.value(), m.key()); break;
        case Key::CompanyTitle: deal.company.name = reader.text(m.value(), m.key()); break;
        case Key::ContactId: mainContact = reader.id(m.value(), m.key()); break;
        case Key::ContactIds:
        case Key::Contacts: readContactList(reader, m, deal); break;
        case Key::Closed: closeDate = reader.time(m.value(), m.key()); break;
        case Key::IsClosed: closed = reader.flag(m.value()); break;
        case Key::Source: deal.source = reader.text(m.value(), m.key()); break;
        case Key::Type: deal.type = reader.text(m.value(), m.key()); break;
        case Key::Recurring: recurring = reader.flag(m.value()); break;
        default: keepOther(reader, m, deal.custom);
        }
    }
    if (recurring)
        return false;
    if (deal.pipeline.externalId.isEmpty())
        deal.pipeline.externalId = categoryOf(deal.stage.externalId);
    if (deal.pipeline.externalId.isEmpty())
        deal.pipeline.externalId = QStringLiteral("0");
    if (!deal.contacts.isEmpty() || !mainContact.isEmpty())
        chooseMain(deal, mainContact);
    // CLOSEDATE of an open deal is only a plan.
    if (closed.value_or(deal.semantics && *deal.semantics != records::Semantics::Open))
        deal.closedAt = closeDate;
    deal.source = dictionaries.value(QStringLiteral("SOURCE:") + deal.source, deal.source);
    deal.type = dictionaries.value(QStringLiteral("DEAL_TYPE:") + deal.type, deal.type);
    deal.unknown = reader.takeUnknown();
    return deliver(reader, std::move(deal), item);
}

bool readCategory(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Pipeline pipeline;
    pipeline.partial = true;
    for (JsonMembers m(row); m.next();) {
        switch (keys()(m.key())) {
        case Key::Id: pipeline.externalId = reader.text(m.value(), m.key()); break;
        case Key::Name: pipeline.name = reader.text(m.value(), m.key()); break;
        case Key::Sort: pipeline.position = reader.text(m.value(), m.key()).toInt(); break;
        default: break;
        }
    }
    return deliver(reader, std::move(pipeline), item);
}

struct StageRow
{
    records::Stage stage;
    QString entity;
    QString category;
};

StageRow readStageRow(RowReader &reader, const JsonView &row)
{
    StageRow read;
    records::Stage &stage = read.stage;
    for (JsonMembers m(row); m.next();) {
        switch (keys()(m.key())) {
        case Key::StatusId: stage.externalId = reader.text(m.value(), m.key()); break;
        case Key::Name: stage.name = reader.text(m.value(), m.key()); break;
        case Key::Color: stage.color = formats::colour(reader.text(m.value(), m.key())); break;
        case Key::Sort: stage.position = reader.text(m.value(), m.key()).toInt(); break;
        case Key::Semantics: stage.semantics = semantics(reader.text(m.value(), m.key())).value_or(stage.semantics); break;
        case Key::EntityId: read.entity = reader.text(m.value(), m.key()); break;
        case Key::Category: read.category = reader.text(m.value(), m.key()); break;
        case Key::Extra:
            if (stage.color.isEmpty())
                stage.color = formats::colour(member(m.value(), "COLOR").text());
            if (const QString meaning = member(m.value(), "SEMANTICS").text(); meaning == QLatin1String("success"))
                stage.semantics = records::Semantics::Won;
            else if (meaning == QLatin1String("failure") || meaning == QLatin1String("apology"))
                stage.semantics = records::Semantics::Lost;
            break;
        default: break;
        }
    }
    return read;
}

// Which pipeline a stage belongs to: the prefix of its id, its category, or the dictionary it stands in.
QString pipelineOf(const StageRow &row)
{
    static const QString prefix = QStringLiteral("DEAL_STAGE_");
    if (const QString category = categoryOf(row.stage.externalId); !category.isEmpty())
        return category;
    if (!row.category.isEmpty())
        return row.category;
    return row.entity.startsWith(prefix) ? row.entity.mid(prefix.size()) : QStringLiteral("0");
}

bool readStage(RowReader &reader, const JsonView &row, const QHash<QString, QString> &categories, records::SourceItem &item)
{
    StageRow read = readStageRow(reader, row);
    if (!read.entity.isEmpty() && !read.entity.startsWith(QLatin1String("DEAL_STAGE")))
        return false;
    records::Pipeline pipeline;
    pipeline.partial = true;
    pipeline.externalId = pipelineOf(read);
    pipeline.name = categories.value(pipeline.externalId);
    if (pipeline.name.isEmpty())
        pipeline.name = pipeline.externalId == QLatin1String("0") ? QStringLiteral("Bitrix24") : QStringLiteral("Bitrix24 (%1)").arg(pipeline.externalId);
    if (read.stage.externalId.isEmpty())
        reader.fail("STATUS_ID", QStringLiteral("missing"));
    // Deals of a funnel other than the first name their stages with its prefix.
    else if (pipeline.externalId != QLatin1String("0") && categoryOf(read.stage.externalId).isEmpty())
        read.stage.externalId = QStringLiteral("C%1:%2").arg(pipeline.externalId, read.stage.externalId);
    pipeline.stages.push_back(std::move(read.stage));
    return deliver(reader, std::move(pipeline), item);
}

bool readEmployee(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Employee employee;
    QString first;
    QString last;
    for (JsonMembers m(row); m.next();) {
        switch (keys()(m.key())) {
        case Key::Id: employee.externalId = reader.id(m.value(), m.key()); break;
        case Key::Name: first = reader.text(m.value(), m.key()); break;
        case Key::LastName: last = reader.text(m.value(), m.key()); break;
        case Key::Emails: employee.email = reader.text(m.value(), m.key()); break;
        case Key::InnerPhone: employee.extension = reader.text(m.value(), m.key()); break;
        default: break;
        }
    }
    employee.name = QString(first + QLatin1Char(' ') + last).trimmed();
    return deliver(reader, std::move(employee), item);
}

} // namespace

Slot JsonRows::slotOfKey(std::string_view name) const
{
    static const formats::KeyTable<Slot> table({{"users", Slot::Employees},
                                                {"employees", Slot::Employees},
                                                {"categories", Slot::Pipelines},
                                                {"pipelines", Slot::Pipelines},
                                                {"stages", Slot::Stages},
                                                {"statuses", Slot::Stages},
                                                {"companies", Slot::Companies},
                                                {"contacts", Slot::Contacts},
                                                {"deals", Slot::Deals}},
                                               Slot::None);
    return table(name);
}

bool JsonRows::isEnvelope(std::string_view name) const
{
    // The vendor's documentation keeps its example answers under "resultExample".
    return name == "result" || name == "items" || name == "data" || name == "resultExample";
}

Slot JsonRows::slotOfRow(const std::vector<std::string> &names, std::string_view) const
{
    const auto has = [&names](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    if (has("CONTACT_ID") && has("IS_PRIMARY"))
        return Slot::Ignored;
    if (has("STATUS_ID") && (has("ENTITY_ID") || has("NAME")) && !has("OPPORTUNITY"))
        return Slot::Stages;
    if (!has("ID") && !has("id"))
        return Slot::None;
    if (has("ACTIVE") || has("USER_TYPE") || has("UF_DEPARTMENT"))
        return Slot::Employees;
    if (has("STAGE_ID") || has("OPPORTUNITY") || has("stageId") || has("opportunity"))
        return Slot::Deals;
    if (has("entityTypeId") && has("name"))
        return Slot::Pipelines;
    if (has("LAST_NAME") || has("POST") || has("HONORIFIC") || has("SECOND_NAME") || has("lastName") || has("secondName"))
        return Slot::Contacts;
    if (has("COMPANY_TYPE") || has("INDUSTRY") || has("EMPLOYEES") || has("REVENUE") || has("industry") || has("revenue"))
        return Slot::Companies;
    if (has("TITLE") || has("title"))
        return has("PHONE") || has("EMAIL") || has("HAS_PHONE") || has("fm") ? Slot::Companies : Slot::Deals;
    return has("NAME") || has("name") ? Slot::Contacts : Slot::None;
}

int JsonRows::likeness(const JsonView &row) const
{
    return bitrixLikeness(row);
}

QString JsonRows::account(const formats::JsonFindings &findings) const
{
    const QString host = QUrl(findings.selfHref).host();
    return host.isEmpty() ? findings.accountId : host;
}

void JsonRows::learn(Slot slot, const JsonView &row)
{
    constexpr qsizetype limit = 10'000;
    records::SourceItem ignored;
    RowReader reader({});
    if (slot == Slot::Pipelines) {
        if (readCategory(reader, row, ignored) && std::holds_alternative<records::Pipeline>(ignored.content) && m_categories.size() < limit) {
            const auto &pipeline = std::get<records::Pipeline>(ignored.content);
            m_categories.insert(pipeline.externalId, pipeline.name);
        }
        return;
    }
    const StageRow read = readStageRow(reader, row);
    if ((read.entity == QLatin1String("SOURCE") || read.entity == QLatin1String("DEAL_TYPE")) && m_dictionaries.size() < limit)
        m_dictionaries.insert(read.entity + QLatin1Char(':') + read.stage.externalId, read.stage.name);
}

bool JsonRows::read(Slot slot, const JsonView &row, records::SourceItem &item) const
{
    RowReader reader(item.place);
    if (!row.isObject()) {
        reader.fail({}, QStringLiteral("expected object, found %1").arg(QLatin1String(row.typeName())));
        item.content = *reader.error();
        return true;
    }
    switch (slot) {
    case Slot::Employees: return readEmployee(reader, row, item);
    case Slot::Pipelines: return readCategory(reader, row, item);
    case Slot::Stages: return readStage(reader, row, m_categories, item);
    case Slot::Companies: return readCompany(reader, row, item);
    case Slot::Contacts: return readContact(reader, row, item);
    case Slot::Deals: return readDeal(reader, row, m_dictionaries, item);
    case Slot::Ignored:
    case Slot::None: break;
    }
    return false;
}

QVector<records::SourceField> JsonRows::fields(const formats::JsonFindings &findings) const
{
    return sourceFields(findings);
}

QByteArray JsonRows::documentKey(Section section, const JsonView &row) const
{
    switch (section) {
    case Section::Employees: return "users";
    case Section::Pipelines: return member(row, "STATUS_ID").isEmpty() && member(row, "statusId").isEmpty() ? "categories" : "stages";
    case Section::Companies: return "companies";
    case Section::Contacts: return "contacts";
    case Section::Deals: break;
    }
    return "deals";
}

} // namespace pfx::bitrix24
