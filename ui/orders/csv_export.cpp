// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/csv_export.h"

#include "core/texts/order_texts.h"
#include "ui/common/csv_line.h"
#include "ui/orders/order_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QIODevice>

namespace pfx::ui {

using base::Result;
using orders::ListedOrder;

namespace {

constexpr int PageRows = 500;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OrdersCsv)
};

QString time(std::optional<qint64> ms)
{
    return ms ? QDateTime::fromMSecsSinceEpoch(*ms).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

const QStringList &fields()
{
    static const QStringList all{QStringLiteral("number"),       QStringLiteral("client.name"), QStringLiteral("client.phone"),
                                 QStringLiteral("client.email"), QStringLiteral("address"),     QStringLiteral("visit_at"),
                                 QStringLiteral("items"),        QStringLiteral("total"),       QStringLiteral("currency"),
                                 QStringLiteral("comment"),      QStringLiteral("status"),      QStringLiteral("source")};
    return all;
}

QStringList headings(const QStringList &extra)
{
    QStringList words;
    for (const QString &field : fields())
        words.append(texts::orderField(field));
    return words + extra + QStringList{Words::tr("Planfix task"), Words::tr("Exchange"), Words::tr("Added"), Words::tr("Changed")};
}

QStringList cells(const ListedOrder &row, const QStringList &extra)
{
    const orders::Order &order = row.order;
    QStringList line{order.number,           order.client.name,        order.client.phone, order.client.email,
                     order.address,          time(order.visitAt),      itemsLine(order),   order.total,
                     order.currency,         order.comment,            texts::text(order.status), texts::text(order.source)};
    for (const QString &name : extra)
        line.append(valueText(order.extra.value(name)));
    line << (order.planfixId > 0 ? QString::number(order.planfixId) : QString()) << texts::text(row.sync.sync) << time(order.createdAt)
         << time(order.changedAt);
    return line;
}

QStringList extraNames(const QVector<ListedOrder> &rows)
{
    QStringList names;
    for (const ListedOrder &row : rows) {
        for (const QString &name : row.order.extra.keys()) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}

Result<void> write(QIODevice &device, const QByteArray &bytes)
{
    if (device.write(bytes) != bytes.size())
        return base::fail(base::ErrorCode::StorageFull, device.errorString());
    return {};
}

} // namespace

Result<qint64> writeOrders(store::Connection &db, QIODevice &device, orders::ListQuery query, qint64 nowMs, const base::StopToken &stop,
                           const std::function<void(qint64)> &progress)
{
    const QChar delimiter = csvDelimiter();
    query.after.reset();
    query.inclusive = false;
    query.limit = PageRows;
    QStringList extra;
    for (qint64 written = 0;;) {
        if (stop.stop_requested())
            return base::fail(base::ErrorCode::Cancelled);
        PFX_ASSIGN(const auto rows, orders::listOrders(db, query, nowMs));
        QByteArray text;
        if (written == 0) {
            extra = extraNames(rows);
            text = QByteArrayLiteral("\xEF\xBB\xBF") + csvLine(headings(extra), delimiter);
        }
        for (const ListedOrder &row : rows)
            text += csvLine(cells(row, extra), delimiter);
        PFX_TRY(write(device, text));
        written += rows.size();
        if (progress)
            progress(written);
        if (rows.size() < PageRows)
            return written;
        query.after = rows.last().key;
    }
}

} // namespace pfx::ui
