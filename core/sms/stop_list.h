// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are never written to: the list that is kept in the store (the setting sms.stop-list names further ones), and files of numbers.
// For the thread of the connection; what is written is noticed by running programs. Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/store/connection.h"

#include <QStringList>
#include <QVector>

namespace pfx::sms {

struct Stopped {
    QString recipient; ///< E.164
    QString reason;
    qint64 addedAt = 0;
};

/// By number, those above `after`; `part`: only those whose digits hold these, in any spelling (empty: all).
base::Result<QVector<Stopped>> stopList(store::Connection &db, const QString &part, const QString &after, int limit);
base::Result<qint64> stopListSize(store::Connection &db);
/// Inside a write transaction. How many were new; those that are there keep reason and time.
base::Result<qint64> addToStopList(store::Connection &db, const QVector<Stopped> &numbers);
/// Inside a write transaction. How many were there.
base::Result<qint64> removeFromStopList(store::Connection &db, const QStringList &recipients);

struct StopListFile {
    QVector<Stopped> numbers;
    qint64 skippedCount = 0;
    QStringList skipped; ///< The first rows that hold no number.
};
/// A text with a number a line, or a table (CSV, XLSX, HTML) of which the first cell of a row that is a number counts, and the next one
/// that is not empty is the reason. A heading is passed over. SourceUnreadable for what is neither, holds no number or more than 200,000 rows.
base::Result<StopListFile> readStopListFile(const QString &path, qint64 nowMs, const base::StopToken &stop);

} // namespace pfx::sms
