// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/csv_export.h"

#include "ui/common/csv_line.h"

#include <QDateTime>
#include <QIODevice>

namespace pfx::ui {

namespace {

constexpr int PageRows = 1000;

QString time(qint64 ms)
{
    return ms == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QStringList cells(const crm::ContactRow &row)
{
    return {row.name, row.phone, row.email, row.position, row.company, row.owner, time(row.createdAt)};
}

QStringList cells(const crm::CompanyRow &row)
{
    return {row.title, row.phone, row.email, QString::number(row.contacts), QString::number(row.deals), row.owner, time(row.createdAt)};
}

QStringList cells(const crm::DealRow &row)
{
    return {row.title, row.amount, row.currency, row.pipeline, row.stage, row.mainContact, row.company, row.owner, time(row.createdAt)};
}

base::Result<void> write(QIODevice &device, const QByteArray &bytes)
{
    if (device.write(bytes) != bytes.size())
        return base::fail(base::ErrorCode::StorageFull, device.errorString());
    return {};
}

template<typename RowType>
base::Result<qint64> pages(store::Connection &db, QIODevice &device, crm::ListQuery query,
                           base::Result<QVector<RowType>> (*list)(store::Connection &, const crm::ListQuery &), const base::StopToken &stop,
                           const std::function<void(qint64)> &progress)
{
    const QChar delimiter = csvDelimiter();
    qint64 written = 0;
    query.limit = PageRows;
    query.inclusive = false;
    for (;;) {
        if (stop.stop_requested())
            return base::fail(base::ErrorCode::Cancelled);
        PFX_ASSIGN(const QVector<RowType> rows, list(db, query));
        QByteArray text;
        for (const RowType &row : rows)
            text += csvLine(cells(row), delimiter);
        PFX_TRY(write(device, text));
        written += rows.size();
        if (progress)
            progress(written);
        if (rows.size() < PageRows)
            return written;
        query.after = rows.last().key;
    }
}

} // namespace

base::Result<qint64> writeCsv(store::Connection &db, QIODevice &device, ListKind kind, crm::ListQuery query, const QStringList &headings,
                              const base::StopToken &stop, const std::function<void(qint64)> &progress)
{
    query.after.reset();
    PFX_TRY(write(device, QByteArrayLiteral("\xEF\xBB\xBF") + csvLine(headings, csvDelimiter())));
    switch (kind) {
    case ListKind::Contacts:
        return pages<crm::ContactRow>(db, device, query, &crm::listContacts, stop, progress);
    case ListKind::Companies:
        return pages<crm::CompanyRow>(db, device, query, &crm::listCompanies, stop, progress);
    case ListKind::Deals:
        return pages<crm::DealRow>(db, device, query, &crm::listDeals, stop, progress);
    }
    return 0;
}

} // namespace pfx::ui
