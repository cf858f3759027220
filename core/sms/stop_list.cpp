// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/stop_list.h"

#include "core/base/phone.h"
#include "core/formats/table.h"
#include "core/settings/settings.h"

#include <algorithm>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;
using store::Connection;

namespace {

constexpr qint64 mostRows = 200'000; // the whole list is kept in memory by whoever serves
constexpr qsizetype mostNamed = 100;
constexpr qsizetype longestNamed = 80;
constexpr qsizetype longestReason = 200;

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits;
}

std::optional<Stopped> stoppedOf(const QStringList &cells, qint64 nowMs)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto phone = base::normalizePhone(cells[i]);
        if (!phone)
            continue;
        const auto isSaid = [](const QString &cell) { return !cell.trimmed().isEmpty(); };
        const auto reason = std::find_if(cells.begin() + i + 1, cells.end(), isSaid);
        return Stopped{phone->e164, reason == cells.end() ? QString() : reason->trimmed().left(longestReason), nowMs};
    }
    return {};
}

} // namespace

Result<QVector<Stopped>> stopList(Connection &db, const QString &part, const QString &after, int limit)
{
    QVector<Stopped> list;
    PFX_TRY(db.forEach(QStringLiteral("SELECT recipient, reason, added_at FROM sms_stop_list WHERE recipient > :after AND recipient LIKE :part"
                                      " ORDER BY recipient LIMIT :limit"),
                       {{QStringLiteral("after"), after},
                        {QStringLiteral("part"), QLatin1Char('%') + digitsOf(part) + QLatin1Char('%')},
                        {QStringLiteral("limit"), qint64(limit)}},
                       [&list](const store::Row &row) -> Result<void> {
                           list.append({row.text(QStringLiteral("recipient")), row.text(QStringLiteral("reason")), row.number(QStringLiteral("added_at"))});
                           return {};
                       }));
    return list;
}

Result<qint64> stopListSize(Connection &db)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT COUNT(*) AS n FROM sms_stop_list")));
    return rows.front().number(QStringLiteral("n"));
}

Result<qint64> addToStopList(Connection &db, const QVector<Stopped> &numbers)
{
    qint64 added = 0;
    for (const Stopped &one : numbers) {
        PFX_ASSIGN(const qint64 rows, db.execute(QStringLiteral("INSERT INTO sms_stop_list (recipient, reason, added_at) VALUES (:recipient, :reason, :at)"
                                                                " ON CONFLICT (recipient) DO NOTHING"),
                                                 {{QStringLiteral("recipient"), one.recipient},
                                                  {QStringLiteral("reason"), one.reason},
                                                  {QStringLiteral("at"), one.addedAt}}));
        added += rows;
    }
    PFX_TRY(settings::touch(db));
    return added;
}

Result<qint64> removeFromStopList(Connection &db, const QStringList &recipients)
{
    qint64 removed = 0;
    for (const QString &recipient : recipients) {
        PFX_ASSIGN(const qint64 rows, db.execute(QStringLiteral("DELETE FROM sms_stop_list WHERE recipient = :recipient"),
                                                 {{QStringLiteral("recipient"), recipient}}));
        removed += rows;
    }
    PFX_TRY(settings::touch(db));
    return removed;
}

Result<StopListFile> readStopListFile(const QString &path, qint64 nowMs, const base::StopToken &stop)
{
    PFX_ASSIGN(auto file, formats::SourceFile::open(path));
    PFX_ASSIGN(const auto form, formats::recognise(*file));
    if (form == formats::FileForm::Json)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("expected a list of numbers or a table"), path);
    PFX_ASSIGN(const auto table, formats::makeTable(form, file));
    PFX_TRY(table->open(stop));
    StopListFile read;
    if (const auto first = stoppedOf(table->columns(), nowMs)) // else the heading
        read.numbers.append(*first);
    qint64 rows = 0;
    for (qint64 cursor = table->firstRow();;) {
        if (stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
        PFX_ASSIGN(const auto row, table->row(cursor));
        if (!row)
            break;
        cursor = row->next;
        if (++rows > mostRows)
            return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("more than %1 rows").arg(mostRows), path);
        if (auto stopped = stoppedOf(row->cells, nowMs)) {
            read.numbers.append(std::move(*stopped));
        } else if (const QString line = row->cells.join(QLatin1Char(' ')).trimmed(); !line.isEmpty()) {
            ++read.skippedCount;
            if (read.skipped.size() < mostNamed)
                read.skipped.append(line.left(longestNamed));
        }
    }
    if (read.numbers.isEmpty())
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("there is no phone number in it"), path);
    return read;
}

} // namespace pfx::sms
