// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/json_rows.h"

#include "core/bitrix24/account.h"
#include "core/bitrix24/deal_rows.h"
#include "core/bitrix24/document_head.h"
#include "core/bitrix24/json_fields.h"
#include "core/bitrix24/people_rows.h"
#include "core/bitrix24/stage_rows.h"
#include "core/formats/key_table.h"

#include <algorithm>

namespace pfx::bitrix24 {

using formats::JsonView;
using formats::RowReader;
using formats::Slot;
using records::Section;

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
    const QString host = accountName(findings.selfHref);
    return host.isEmpty() ? accountName(findings.accountId) : host;
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

QByteArray JsonRows::documentHead(const QVector<records::Employee> &employees, const QVector<records::Pipeline> &pipelines) const
{
    return documentHeadOf(employees, pipelines, m_dictionaries);
}

QByteArray JsonRows::accountMember(const QString &account) const
{
    return "\"account_id\":" + formats::jsonString(account);
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
