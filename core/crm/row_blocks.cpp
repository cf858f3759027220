// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/row_blocks.h"

#include "core/base/text_keys.h"
#include "core/crm/row_codec.h"

namespace pfx::crm::rows {

using store::Value;

namespace {

QStringList columns(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// The columns that companies, contacts and deals end with.
template<typename Entity>
void appendCommon(std::vector<Value> &cells, const Entity &entity)
{
    cells.push_back(store::idOrNull(entity.ownerId));
    cells.push_back(codec::tags(entity.tags));
    cells.push_back(codec::json(entity.custom));
    cells.push_back(codec::json(entity.unknown));
    cells.push_back(store::orNull(entity.sourceCreatedAt));
    cells.push_back(store::orNull(entity.sourceChangedAt));
    cells.emplace_back(entity.version);
    cells.emplace_back(entity.createdAt);
    cells.emplace_back(entity.changedAt);
    cells.push_back(store::idOrNull(entity.planfixId));
}

} // namespace

const QStringList &contactColumns()
{
    static const QStringList list = columns("id name first_name middle_name last_name position company_id search_key"
                                            " owner_id tags custom unknown source_created_at source_changed_at version created_at"
                                            " changed_at planfix_id");
    return list;
}

void append(std::vector<Value> &cells, const Contact &contact)
{
    cells.emplace_back(contact.id);
    cells.emplace_back(contact.name);
    cells.push_back(store::orNull(contact.firstName));
    cells.push_back(store::orNull(contact.middleName));
    cells.push_back(store::orNull(contact.lastName));
    cells.push_back(store::orNull(contact.position));
    cells.push_back(store::idOrNull(contact.companyId));
    cells.emplace_back(base::searchKey(contact.name));
    appendCommon(cells, contact);
}

const QStringList &companyColumns()
{
    static const QStringList list = columns("id title title_key search_key owner_id tags custom unknown source_created_at"
                                            " source_changed_at version created_at changed_at planfix_id");
    return list;
}

void append(std::vector<Value> &cells, const Company &company)
{
    cells.emplace_back(company.id);
    cells.emplace_back(company.title);
    cells.emplace_back(base::companyKey(company.title));
    cells.emplace_back(base::searchKey(company.title));
    appendCommon(cells, company);
}

const QStringList &dealColumns()
{
    static const QStringList list = columns("id title amount amount_key currency pipeline_id stage_id company_id source type loss_reason"
                                            " closed_at search_key owner_id tags custom unknown source_created_at source_changed_at"
                                            " version created_at changed_at planfix_id");
    return list;
}

void append(std::vector<Value> &cells, const Deal &deal)
{
    const QString amount = codec::exactAmount(deal.amount);
    cells.emplace_back(deal.id);
    cells.emplace_back(deal.title);
    cells.push_back(store::orNull(amount));
    cells.push_back(store::orNull(codec::amountKey(amount)));
    cells.push_back(store::orNull(deal.currency));
    cells.push_back(store::idOrNull(deal.pipelineId));
    cells.push_back(store::idOrNull(deal.stageId));
    cells.push_back(store::idOrNull(deal.companyId));
    cells.push_back(store::orNull(deal.source));
    cells.push_back(store::orNull(deal.type));
    cells.push_back(store::orNull(deal.lossReason));
    cells.push_back(store::orNull(deal.closedAt));
    cells.emplace_back(base::searchKey(deal.title));
    appendCommon(cells, deal);
}

const QStringList &pipelineColumns()
{
    static const QStringList list = columns("id name name_key position version created_at");
    return list;
}

void append(std::vector<Value> &cells, const Pipeline &pipeline)
{
    cells.emplace_back(pipeline.id);
    cells.emplace_back(pipeline.name);
    cells.emplace_back(base::searchKey(pipeline.name));
    cells.emplace_back(pipeline.position);
    cells.emplace_back(pipeline.version);
    cells.emplace_back(pipeline.createdAt);
}

const QStringList &stageColumns()
{
    static const QStringList list = columns("id pipeline_id name name_key color semantics position placeholder version");
    return list;
}

void append(std::vector<Value> &cells, const Stage &stage)
{
    cells.emplace_back(stage.id);
    cells.emplace_back(stage.pipelineId);
    cells.emplace_back(stage.name);
    cells.emplace_back(base::searchKey(stage.name));
    cells.push_back(store::orNull(stage.color));
    cells.emplace_back(records::name(stage.semantics));
    cells.emplace_back(stage.position);
    cells.emplace_back(qint64(stage.placeholder ? 1 : 0));
    cells.emplace_back(stage.version);
}

} // namespace pfx::crm::rows
