// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/json_rows.h"

#include "core/amocrm/account.h"
#include "core/amocrm/deal_rows.h"
#include "core/amocrm/document_head.h"
#include "core/amocrm/json_fields.h"
#include "core/amocrm/people_rows.h"
#include "core/amocrm/pipeline_rows.h"
#include "core/formats/key_table.h"

#include <algorithm>

namespace pfx::amocrm {

using formats::JsonView;
using formats::RowReader;
using formats::Slot;
using records::Section;

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
    const auto fromHref = [](const QString &href) { return href.contains(QLatin1String("://")) ? accountName(href) : QString(); };
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
    return accountName(accountId);
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

QByteArray JsonRows::documentHead(const QVector<records::Employee> &employees, const QVector<records::Pipeline> &pipelines) const
{
    return documentHeadOf(employees, pipelines);
}

QByteArray JsonRows::accountMember(const QString &account) const
{
    return accountMemberOf(account);
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
