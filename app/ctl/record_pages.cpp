// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/record_pages.h"

#include "app/ctl/json_crm.h"

#include <algorithm>

namespace pfx::ctl {

using base::Result;
using records::Kind;
using store::Connection;

namespace {

constexpr qint64 pageSize = 500;

template<typename ListRow>
Result<QVector<qint64>> idsOf(Result<QVector<ListRow>> rows)
{
    if (!rows)
        return base::fail(std::move(rows).error());
    QVector<qint64> ids;
    for (const ListRow &row : *rows)
        ids.append(row.id);
    return ids;
}

Result<QVector<qint64>> page(Connection &db, Kind kind, const crm::ListQuery &query)
{
    if (kind == Kind::Company)
        return idsOf<crm::CompanyRow>(crm::listCompanies(db, query));
    if (kind == Kind::Deal)
        return idsOf<crm::DealRow>(crm::listDeals(db, query));
    return idsOf<crm::ContactRow>(crm::listContacts(db, query));
}

template<typename Details>
Result<void> writeAll(JsonWriter &json, Result<QVector<Details>> details)
{
    if (!details)
        return base::fail(std::move(details).error());
    for (const Details &one : *details)
        json::write(json, one);
    return {};
}

QString nameOf(const std::optional<crm::Named> &named)
{
    return named ? named->name : QString();
}

QString points(const QVector<records::Point> &points, records::PointKind kind)
{
    QStringList values;
    for (const records::Point &point : points) {
        if (point.kind == kind)
            values.append(point.normalized.isEmpty() ? point.value : point.normalized);
    }
    return values.join(QStringLiteral("; "));
}

QStringList origin(const QVector<crm::OriginView> &origins)
{
    if (origins.isEmpty())
        return {QString(), QString(), QString()};
    return {origins.first().source, origins.first().account, origins.first().externalId};
}

QString idOrNothing(qint64 id)
{
    return id == 0 ? QString() : QString::number(id);
}

QStringList csvRow(const crm::ContactDetails &details)
{
    const crm::Contact &contact = details.contact;
    return QStringList{QString::number(contact.id), contact.name, contact.firstName, contact.lastName, contact.position,
                       nameOf(details.company), nameOf(details.owner), points(contact.points, records::PointKind::Phone),
                       points(contact.points, records::PointKind::Email)}
           + origin(details.origins)
           + QStringList{idOrNothing(contact.planfixId), isoTime(contact.sourceCreatedAt.value_or(contact.createdAt))};
}

QStringList csvRow(const crm::CompanyDetails &details)
{
    const crm::Company &company = details.company;
    return QStringList{QString::number(company.id), company.title, nameOf(details.owner), points(company.points, records::PointKind::Phone),
                       points(company.points, records::PointKind::Email)}
           + origin(details.origins)
           + QStringList{idOrNothing(company.planfixId), isoTime(company.sourceCreatedAt.value_or(company.createdAt))};
}

QStringList csvRow(const crm::DealDetails &details)
{
    const crm::Deal &deal = details.deal;
    QStringList contacts;
    for (const auto &contact : details.contacts)
        contacts.append(contact.name);
    return QStringList{QString::number(deal.id), deal.title, deal.amount, deal.currency, nameOf(details.pipeline),
                       details.stage ? details.stage->name : QString(),
                       details.stage ? records::name(details.stage->semantics) : QString(), contacts.join(QStringLiteral("; ")),
                       nameOf(details.company), nameOf(details.owner), deal.source, deal.type}
           + origin(details.origins)
           + QStringList{idOrNothing(deal.planfixId), isoTime(deal.sourceCreatedAt.value_or(deal.createdAt))};
}

template<typename Details>
Result<QVector<QStringList>> csvOf(Result<QVector<Details>> details)
{
    if (!details)
        return base::fail(std::move(details).error());
    QVector<QStringList> rows;
    for (const Details &one : *details)
        rows.append(csvRow(one));
    return rows;
}

} // namespace

Result<void> forEachPage(Connection &db, const PagesQuery &query, const std::function<Result<void>(const QVector<qint64> &)> &each)
{
    crm::ListQuery list;
    list.search = query.search;
    list.sortBy = crm::SortBy::Id;
    list.after = crm::RowKey{{}, query.after};
    qint64 left = query.limit;
    while (left != 0) {
        list.limit = static_cast<int>(left < 0 ? pageSize : std::min(left, pageSize));
        PFX_ASSIGN(const QVector<qint64> ids, page(db, query.kind, list));
        if (ids.isEmpty())
            break;
        PFX_TRY(each(ids));
        list.after = crm::RowKey{{}, ids.last()};
        if (left > 0)
            left -= ids.size();
    }
    return {};
}

Result<void> writeRecords(JsonWriter &json, Connection &db, Kind kind, const QVector<qint64> &ids)
{
    if (kind == Kind::Company)
        return writeAll<crm::CompanyDetails>(json, crm::companyDetailsOf(db, ids));
    if (kind == Kind::Deal)
        return writeAll<crm::DealDetails>(json, crm::dealDetailsOf(db, ids));
    return writeAll<crm::ContactDetails>(json, crm::contactDetailsOf(db, ids));
}

QStringList csvHeader(Kind kind)
{
    const QString tail = QStringLiteral(" source_system source_account external_id planfix_id created_at");
    QString names = QStringLiteral("id name first_name last_name position company owner phones emails");
    if (kind == Kind::Company)
        names = QStringLiteral("id name owner phones emails");
    else if (kind == Kind::Deal)
        names = QStringLiteral("id title amount currency pipeline stage semantics contacts company owner source type");
    return (names + tail).split(QLatin1Char(' '));
}

Result<QVector<QStringList>> csvRows(Connection &db, Kind kind, const QVector<qint64> &ids)
{
    if (kind == Kind::Company)
        return csvOf<crm::CompanyDetails>(crm::companyDetailsOf(db, ids));
    if (kind == Kind::Deal)
        return csvOf<crm::DealDetails>(crm::dealDetailsOf(db, ids));
    return csvOf<crm::ContactDetails>(crm::contactDetailsOf(db, ids));
}

} // namespace pfx::ctl
