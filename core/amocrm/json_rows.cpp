// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/json_rows.h"

#include "core/amocrm/custom_fields.h"
#include "core/amocrm/json_fields.h"
#include "core/formats/key_table.h"

#include <QUrl>

#include <algorithm>

namespace pfx::amocrm {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;
using formats::Slot;
using records::Section;

namespace {

enum class Key {
    Id, Name, FirstName, LastName, Owner, Created, Updated, Closed, Custom, Embedded, Tags, Companies, Company, CompanyName, Contacts,
    LossReason, LossReasonId, Status, Pipeline, Price, Currency, Deleted, Statuses, Sort, Color, Type, Email, Position, Source, Links, Other
};

const formats::KeyTable<Key> rowKeys(
    {{"id", Key::Id}, {"name", Key::Name}, {"first_name", Key::FirstName}, {"last_name", Key::LastName},
     {"responsible_user_id", Key::Owner}, {"created_at", Key::Created}, {"updated_at", Key::Updated}, {"closed_at", Key::Closed},
     {"custom_fields_values", Key::Custom}, {"custom_fields", Key::Custom}, {"_embedded", Key::Embedded}, {"tags", Key::Tags},
     {"companies", Key::Companies}, {"company", Key::Company}, {"company_name", Key::CompanyName}, {"contacts", Key::Contacts},
     {"loss_reason", Key::LossReason}, {"status_id", Key::Status}, {"pipeline_id", Key::Pipeline}, {"price", Key::Price},
     {"currency", Key::Currency}, {"is_deleted", Key::Deleted}, {"statuses", Key::Statuses}, {"sort", Key::Sort}, {"color", Key::Color},
     {"type", Key::Type}, {"email", Key::Email}, {"position", Key::Position}, {"source", Key::Source}, {"_links", Key::Links}},
    Key::Other);

QStringList readTags(RowReader &reader, const JsonView &tags, const Path &path)
{
    QStringList names;
    if (!reader.array(tags, path))
        return names;
    for (JsonElements entries(tags); entries.next();) {
        const QString name = entries.value().isObject() ? member(entries.value(), "name").text() : entries.value().text();
        if (!name.isEmpty())
            names << name;
    }
    return names;
}

records::Reference readReference(RowReader &reader, const JsonView &value, const Path &path)
{
    records::Reference reference;
    if (!value.isObject()) {
        reference.externalId = reader.id(value, path);
        return reference;
    }
    reference.externalId = reader.id(member(value, "id"), Path(path, "id"));
    reference.name = reader.text(member(value, "name"), Path(path, "name"));
    return reference;
}

// A contact belongs to at most one company; an API row gives them as a list.
records::Reference readFirst(RowReader &reader, const JsonView &list, const Path &path)
{
    if (list.isObject())
        return readReference(reader, list, path);
    if (reader.array(list, path)) {
        for (JsonElements entries(list); entries.next();)
            return readReference(reader, entries.value(), Path(path, entries.index()));
    }
    return {};
}

QVector<records::ContactReference> readContacts(RowReader &reader, const JsonView &list, const Path &path)
{
    QVector<records::ContactReference> contacts;
    if (!reader.array(list, path))
        return contacts;
    bool hasMain = false;
    for (JsonElements entries(list); entries.next();) {
        const Path at(path, entries.index());
        const records::Reference reference = readReference(reader, entries.value(), at);
        if (reference.isEmpty())
            continue;
        const bool isMain = !hasMain && entries.value().isObject() && reader.flag(member(entries.value(), "is_main"));
        hasMain = hasMain || isMain;
        contacts.push_back({reference.externalId, reference.name, {}, isMain});
    }
    if (!hasMain && !contacts.isEmpty())
        contacts.front().isMain = true;
    return contacts;
}

/// What contacts, companies and deals have in common, and the walk over `_embedded`, which holds the same names one level deeper.
template<typename Record, typename Special>
void readRow(RowReader &reader, const JsonView &row, Record &record, bool &deleted, const Special &special)
{
    const auto members = [&](const auto &self, const JsonView &object, const Path *parent) -> void {
        for (JsonMembers m(object); m.next();) {
            const Key key = rowKeys(m.key());
            const Path path = parent ? Path(*parent, m.key()) : Path(m.key());
            switch (key) {
            case Key::Id: record.externalId = reader.id(m.value(), path); break;
            case Key::Owner: record.owner.externalId = reader.id(m.value(), path); break;
            case Key::Created: record.createdAt = reader.time(m.value(), path); break;
            case Key::Updated: record.changedAt = reader.time(m.value(), path); break;
            case Key::Tags: record.tags = readTags(reader, m.value(), path); break;
            case Key::Deleted: deleted = reader.flag(m.value()); break;
            case Key::Links: break;
            case Key::Embedded:
                if (reader.object(m.value(), path) && !parent)
                    self(self, m.value(), &path);
                break;
            default:
                if (!special(key, m.value(), path))
                    reader.keep(m.rawKey(), m.value());
            }
        }
    };
    members(members, row, nullptr);
}

bool finish(RowReader &reader, const QString &id, records::SourceItem &item)
{
    if (id.isEmpty())
        reader.fail("id", QStringLiteral("missing"));
    item.externalId = id;
    return !reader.error();
}

template<typename Record>
bool deliver(RowReader &reader, Record &&record, records::SourceItem &item)
{
    if (finish(reader, record.externalId, item))
        item.content = std::forward<Record>(record);
    else
        item.content = *reader.error();
    return true;
}

bool readContact(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Contact contact;
    bool deleted = false;
    readRow(reader, row, contact, deleted, [&](Key key, const JsonView &value, const Path &path) {
        switch (key) {
        case Key::Name: contact.name = reader.text(value, path); return true;
        case Key::FirstName: contact.firstName = reader.text(value, path); return true;
        case Key::LastName: contact.lastName = reader.text(value, path); return true;
        case Key::Position: contact.position = reader.text(value, path); return true;
        case Key::Custom: readCustomFields(reader, value, path, {contact.points, &contact.position, contact.custom}); return true;
        case Key::Company:
        case Key::Companies:
            if (value.type() == JsonView::Type::String)
                contact.company.name = reader.text(value, path);
            else if (const auto company = readFirst(reader, value, path); !company.isEmpty())
                contact.company = company;
            return true;
        case Key::CompanyName: contact.company.name = reader.text(value, path); return true;
        default: return false;
        }
    });
    if (deleted)
        return false;
    contact.unknown = reader.takeUnknown();
    return deliver(reader, std::move(contact), item);
}

bool readCompany(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Company company;
    bool deleted = false;
    readRow(reader, row, company, deleted, [&](Key key, const JsonView &value, const Path &path) {
        switch (key) {
        case Key::Name: company.title = reader.text(value, path); return true;
        case Key::Custom: readCustomFields(reader, value, path, {company.points, nullptr, company.custom}); return true;
        default: return false;
        }
    });
    if (deleted)
        return false;
    company.unknown = reader.takeUnknown();
    return deliver(reader, std::move(company), item);
}

bool readDeal(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Deal deal;
    QVector<records::Point> noPoints;
    bool deleted = false;
    readRow(reader, row, deal, deleted, [&](Key key, const JsonView &value, const Path &path) {
        switch (key) {
        case Key::Name: deal.title = reader.text(value, path); return true;
        case Key::Price: deal.amount = reader.text(value, path); return true;
        case Key::Currency: deal.currency = reader.text(value, path); return true;
        case Key::Status: deal.stage.externalId = reader.id(value, path); return true;
        case Key::Pipeline: deal.pipeline.externalId = reader.id(value, path); return true;
        case Key::Closed: deal.closedAt = reader.time(value, path); return true;
        case Key::Contacts: deal.contacts = readContacts(reader, value, path); return true;
        case Key::Companies:
        case Key::Company: deal.company = readFirst(reader, value, path); return true;
        case Key::LossReason: deal.lossReason = value.type() == JsonView::Type::String ? value.text() : readFirst(reader, value, path).name; return true;
        case Key::Source: deal.source = value.isObject() ? member(value, "name").text() : reader.text(value, path); return true;
        case Key::Type: deal.type = reader.text(value, path); return true;
        case Key::Custom: readCustomFields(reader, value, path, {noPoints, nullptr, deal.custom}); return true;
        default: return false;
        }
    });
    if (deleted)
        return false;
    if (deal.stage.externalId == QLatin1String("142"))
        deal.semantics = records::Semantics::Won;
    else if (deal.stage.externalId == QLatin1String("143"))
        deal.semantics = records::Semantics::Lost;
    for (const records::Point &point : std::as_const(noPoints))
        deal.custom.push_back({{}, point.kind == records::PointKind::Phone ? QStringLiteral("PHONE") : QStringLiteral("EMAIL"), {}, {}, point.value, formats::jsonString(point.value)});
    deal.unknown = reader.takeUnknown();
    return deliver(reader, std::move(deal), item);
}

records::Stage readStage(RowReader &reader, const JsonView &row, const Path *parent, QString &pipelineId)
{
    records::Stage stage;
    for (JsonMembers m(row); m.next();) {
        const Path path = parent ? Path(*parent, m.key()) : Path(m.key());
        switch (rowKeys(m.key())) {
        case Key::Id: stage.externalId = reader.id(m.value(), path); break;
        case Key::Name: stage.name = reader.text(m.value(), path); break;
        case Key::Color: stage.color = formats::colour(reader.text(m.value(), path)); break;
        case Key::Sort: stage.position = reader.text(m.value(), path).toInt(); break;
        case Key::Pipeline: pipelineId = reader.id(m.value(), path); break;
        default: break;
        }
    }
    if (stage.externalId.isEmpty())
        reader.fail(parent ? Path(*parent, "id") : Path("id"), QStringLiteral("missing"));
    if (stage.externalId == QLatin1String("142"))
        stage.semantics = records::Semantics::Won;
    else if (stage.externalId == QLatin1String("143"))
        stage.semantics = records::Semantics::Lost;
    return stage;
}

void readStatuses(RowReader &reader, const JsonView &list, const Path &path, records::Pipeline &pipeline)
{
    if (!reader.array(list, path))
        return;
    pipeline.stages.clear();
    for (JsonElements entries(list); entries.next();) {
        const Path at(path, entries.index());
        if (!reader.object(entries.value(), at))
            continue;
        QString ignored;
        records::Stage stage = readStage(reader, entries.value(), &at, ignored);
        if (stage.position == 0)
            stage.position = static_cast<int>(entries.index());
        pipeline.stages.push_back(std::move(stage));
    }
}

bool readPipeline(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Pipeline pipeline;
    for (JsonMembers m(row); m.next();) {
        const Path path(m.key());
        switch (rowKeys(m.key())) {
        case Key::Id: pipeline.externalId = reader.id(m.value(), path); break;
        case Key::Name: pipeline.name = reader.text(m.value(), path); break;
        case Key::Sort: pipeline.position = reader.text(m.value(), path).toInt(); break;
        case Key::Statuses: readStatuses(reader, m.value(), path, pipeline); break;
        case Key::Embedded:
            if (reader.object(m.value(), path)) {
                if (const JsonView statuses = member(m.value(), "statuses"); statuses.type() != JsonView::Type::Missing)
                    readStatuses(reader, statuses, "_embedded.statuses", pipeline);
            }
            break;
        default:
            if (m.key() == "stages")
                readStatuses(reader, m.value(), path, pipeline);
            break;
        }
    }
    return deliver(reader, std::move(pipeline), item);
}

// GET /leads/pipelines/{id}/statuses: statuses without their pipeline around them.
bool readStageRow(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Pipeline pipeline;
    pipeline.partial = true;
    pipeline.stages.push_back(readStage(reader, row, nullptr, pipeline.externalId));
    if (pipeline.externalId.isEmpty())
        reader.fail("pipeline_id", QStringLiteral("missing"));
    return deliver(reader, std::move(pipeline), item);
}

bool readEmployee(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Employee employee;
    for (JsonMembers m(row); m.next();) {
        switch (rowKeys(m.key())) {
        case Key::Id: employee.externalId = reader.id(m.value(), m.key()); break;
        case Key::Name: employee.name = reader.text(m.value(), m.key()); break;
        case Key::Email: employee.email = reader.text(m.value(), m.key()); break;
        default:
            if (m.key() == "extension" || m.key() == "internal_phone")
                employee.extension = reader.text(m.value(), m.key());
        }
    }
    return deliver(reader, std::move(employee), item);
}

} // namespace

Slot JsonRows::slotOfKey(std::string_view key) const
{
    static const formats::KeyTable<Slot> keys({{"users", Slot::Employees},
                                               {"employees", Slot::Employees},
                                               {"pipelines", Slot::Pipelines},
                                               {"statuses", Slot::Stages},
                                               {"stages", Slot::Stages},
                                               {"companies", Slot::Companies},
                                               {"contacts", Slot::Contacts},
                                               {"leads", Slot::Deals},
                                               {"deals", Slot::Deals}},
                                              Slot::None);
    return keys(key);
}

bool JsonRows::isEnvelope(std::string_view key) const
{
    return key == "_embedded" || key == "data" || key == "items" || key == "response" || key == "result";
}

Slot JsonRows::slotOfRow(const std::vector<std::string> &keys, std::string_view href) const
{
    const auto has = [&keys](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    if (!has("id") || has("subdomain"))
        return Slot::None;
    if (has("is_main") && has("is_archive"))
        return Slot::Pipelines;
    if (has("price") || has("status_id") || has("loss_reason_id") || href.find("/leads/") != std::string_view::npos) {
        if (href.find("/pipelines/") == std::string_view::npos)
            return Slot::Deals;
    }
    if (has("statuses"))
        return Slot::Pipelines;
    if (has("pipeline_id"))
        return Slot::Stages;
    if (has("email") && (has("rights") || has("lang")))
        return Slot::Employees;
    if (has("first_name") || has("last_name") || href.find("/contacts/") != std::string_view::npos)
        return Slot::Contacts;
    if (href.find("/companies/") != std::string_view::npos || (has("group_id") && has("closest_task_at")))
        return Slot::Companies;
    return has("custom_fields_values") ? Slot::Contacts : Slot::None;
}

int JsonRows::likeness(const JsonView &row) const
{
    return amocrmLikeness(row);
}

QString JsonRows::account(const formats::JsonFindings &findings) const
{
    const auto fromHref = [](const QString &href) {
        const QString host = QUrl(href).host();
        const qsizetype dot = host.indexOf(QLatin1Char('.'));
        return dot > 0 ? host.left(dot) : QString();
    };
    if (const QString name = fromHref(findings.selfHref); !name.isEmpty())
        return name;
    QString accountId = findings.accountId;
    for (const auto &samples : findings.samples) {
        for (const QByteArray &sample : samples) {
            const JsonView row(std::string_view(sample.constData(), static_cast<size_t>(sample.size())));
            if (const QString name = fromHref(member(member(member(row, "_links"), "self"), "href").text()); !name.isEmpty())
                return name;
            if (accountId.isEmpty())
                accountId = member(row, "account_id").text();
        }
    }
    return accountId;
}

void JsonRows::learn(Slot, const JsonView &) {}

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
    case Slot::Pipelines: return readPipeline(reader, row, item);
    case Slot::Stages: return readStageRow(reader, row, item);
    case Slot::Companies: return readCompany(reader, row, item);
    case Slot::Contacts: return readContact(reader, row, item);
    case Slot::Deals: return readDeal(reader, row, item);
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
    case Section::Pipelines: return member(row, "pipeline_id").isEmpty() ? "pipelines" : "statuses";
    case Section::Companies: return "companies";
    case Section::Contacts: return "contacts";
    case Section::Deals: break;
    }
    return "deals";
}

} // namespace pfx::amocrm
