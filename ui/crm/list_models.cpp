// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/list_models.h"

#include "core/base/email.h"
#include "core/base/phone.h"
#include "ui/common/formatting.h"
#include "ui/crm/record_view.h"

#include <QCoreApplication>

namespace pfx::ui {

namespace {

class Columns
{
    Q_DECLARE_TR_FUNCTIONS(CrmColumns)

public:
    template<typename Row>
    static QVector<ListColumn<Row>> withCommon(QVector<ListColumn<Row>> columns, const base::Clock &clock)
    {
        ListColumn<Row> owner{tr("Owner"), [](const Row &row) { return row.owner; }};
        owner.minimumWidth = 120;
        owner.hidden = true;
        columns.append(owner);
        ListColumn<Row> created{tr("Created"), [&clock](const Row &row) { return timeShort(row.createdAt, clock.nowMs()); }};
        created.minimumWidth = 120;
        created.hidden = true;
        created.exact = [](const Row &row) { return timeExact(row.createdAt); };
        columns.append(created);
        ListColumn<Row> added{tr("Added here"), [&clock](const Row &row) { return timeShort(row.addedAt, clock.nowMs()); }};
        added.minimumWidth = 120;
        added.hidden = true;
        added.sort = crm::SortBy::Id;
        added.exact = [](const Row &row) { return timeExact(row.addedAt); };
        columns.append(added);
        return columns;
    }

    template<typename Row>
    static ListColumn<Row> phone()
    {
        ListColumn<Row> column{tr("Phone"), [](const Row &row) { return base::formatPhone(row.phone); }};
        column.minimumWidth = 144;
        return column;
    }

    template<typename Row>
    static ListColumn<Row> email()
    {
        ListColumn<Row> column{tr("E-mail"), [](const Row &row) { return base::formatEmail(row.email); }};
        column.minimumWidth = 150;
        return column;
    }

    static QVector<ListColumn<crm::ContactRow>> contacts(const base::Clock &clock)
    {
        using Row = crm::ContactRow;
        ListColumn<Row> name{tr("Name"), [](const Row &row) { return row.name; }};
        name.minimumWidth = 150;
        name.bold = name.stretch = true;
        name.sort = crm::SortBy::Name;
        ListColumn<Row> company{tr("Company"), [](const Row &row) { return row.company; }};
        company.minimumWidth = 110;
        ListColumn<Row> position{tr("Position"), [](const Row &row) { return row.position; }};
        position.minimumWidth = 120;
        position.hidden = true;
        return withCommon<Row>({name, phone<Row>(), email<Row>(), company, position}, clock);
    }

    static QVector<ListColumn<crm::CompanyRow>> companies(const base::Clock &clock)
    {
        using Row = crm::CompanyRow;
        ListColumn<Row> title{tr("Company"), [](const Row &row) { return row.title; }};
        title.minimumWidth = 150;
        title.bold = title.stretch = true;
        title.sort = crm::SortBy::Name;
        ListColumn<Row> people{tr("Contacts"), [](const Row &row) { return number(row.contacts); }};
        people.right = true;
        ListColumn<Row> deals{tr("Deals"), [](const Row &row) { return number(row.deals); }};
        deals.right = true;
        return withCommon<Row>({title, phone<Row>(), email<Row>(), people, deals}, clock);
    }

    /// The stage's name with the tone and the icon of its meaning.
    static Chip stageChip(const crm::DealRow &row)
    {
        const SemanticsWords words = semanticsWords(row.semantics);
        return row.stageId == 0 ? Chip() : Chip{words.tone, words.icon, row.stage};
    }

    static QVector<ListColumn<crm::DealRow>> deals(const base::Clock &clock)
    {
        using Row = crm::DealRow;
        ListColumn<Row> title{tr("Deal"), [](const Row &row) { return row.title.isEmpty() ? tr("Without a title") : row.title; }};
        title.minimumWidth = 150;
        title.bold = title.stretch = true;
        title.sort = crm::SortBy::Name;
        ListColumn<Row> sum{tr("Amount"), [](const Row &row) { return row.amount.isEmpty() ? QString() : amount(row.amount, row.currency); }};
        sum.right = true;
        sum.minimumWidth = 96;
        ListColumn<Row> stage{tr("Stage"), {}};
        stage.chip = &Columns::stageChip;
        stage.exact = [](const Row &row) { return row.stageId == 0 ? QString() : semanticsWords(row.semantics).text; };
        stage.minimumWidth = 150;
        ListColumn<Row> contact{tr("Contact"), [](const Row &row) { return row.mainContact; }};
        contact.minimumWidth = 110;
        ListColumn<Row> company{tr("Company"), [](const Row &row) { return row.company; }};
        company.minimumWidth = 110;
        company.hidden = true;
        ListColumn<Row> pipeline{tr("Pipeline"), [](const Row &row) { return row.pipeline; }};
        pipeline.hidden = true;
        return withCommon<Row>({title, sum, stage, contact, company, pipeline}, clock);
    }

    static QStringList exported(ListKind kind)
    {
        switch (kind) {
        case ListKind::Contacts:
            return {tr("Name"), tr("Phone"), tr("E-mail"), tr("Position"), tr("Company"), tr("Owner"), tr("Created")};
        case ListKind::Companies:
            return {tr("Company"), tr("Phone"), tr("E-mail"), tr("Contacts"), tr("Deals"), tr("Owner"), tr("Created")};
        case ListKind::Deals:
            return {tr("Deal"), tr("Amount"), tr("Currency"), tr("Pipeline"), tr("Stage"), tr("Contact"), tr("Company"), tr("Owner"),
                    tr("Created")};
        }
        return {};
    }
};

} // namespace

ListRows *makeRecordModel(ListKind kind, Background &background, const base::Clock &clock, QObject *parent)
{
    const QStringList headings = Columns::exported(kind);
    switch (kind) {
    case ListKind::Contacts:
        return new RecordModel<crm::ContactRow>(background, Columns::contacts(clock), headings, &crm::listContacts, &crm::indexContacts,
                                                parent);
    case ListKind::Companies:
        return new RecordModel<crm::CompanyRow>(background, Columns::companies(clock), headings, &crm::listCompanies,
                                                &crm::indexCompanies, parent);
    case ListKind::Deals:
        return new RecordModel<crm::DealRow>(background, Columns::deals(clock), headings, &crm::listDeals, &crm::indexDeals, parent);
    }
    return nullptr;
}

} // namespace pfx::ui
