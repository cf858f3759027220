// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journal_export.h"

#include "ui/common/csv_line.h"
#include "ui/journal/journal_words.h"

#include <QDateTime>
#include <QIODevice>

namespace pfx::ui {

using base::Result;
using exchange::JournalEntry;

namespace {

constexpr int pageRows = 1000;

struct Headings
{
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::JournalExport)
public:
    static QStringList all()
    {
        return {tr("Number"), tr("Time"), tr("Direction"), tr("Service"), tr("Address"), tr("What"), tr("Subject"), tr("State"), tr("HTTP status"),
                tr("Attempts"), tr("Error"), tr("Duration, ms")};
    }
};

QStringList cells(const JournalEntry &entry)
{
    return {QString::number(entry.id),
            QDateTime::fromMSecsSinceEpoch(entry.timeMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
            JournalWords::direction(entry.direction),
            JournalWords::service(entry.service),
            entry.remote,
            JournalWords::what(entry),
            entry.subject,
            JournalWords::state(entry.state),
            entry.status ? QString::number(*entry.status) : QString(),
            QString::number(entry.attempts),
            entry.errorCode.isEmpty() ? QString() : entry.errorCode + QStringLiteral(": ") + entry.errorDetail,
            QString::number(entry.durationMs)};
}

Result<void> put(QIODevice &device, const QByteArray &bytes)
{
    if (device.write(bytes) != bytes.size())
        return base::fail(base::ErrorCode::StorageFull, device.errorString());
    return {};
}

} // namespace

Result<qint64> writeJournalCsv(store::Connection &db, QIODevice &device, const exchange::JournalFilter &filter, const base::StopToken &stop)
{
    const QChar delimiter = csvDelimiter();
    PFX_TRY(put(device, QByteArrayLiteral("\xEF\xBB\xBF") + csvLine(Headings::all(), delimiter)));
    qint64 written = 0, before = 0;
    for (;;) {
        if (stop.stop_requested())
            return base::fail(base::ErrorCode::Cancelled);
        PFX_ASSIGN(const auto page, exchange::journalPage(db, filter, before, pageRows));
        QByteArray text;
        for (const JournalEntry &entry : page)
            text += csvLine(cells(entry), delimiter);
        PFX_TRY(put(device, text));
        written += page.size();
        if (page.size() < pageRows)
            return written;
        before = page.last().id;
    }
}

} // namespace pfx::ui
