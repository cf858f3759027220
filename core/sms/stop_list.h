// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are never written to: the list that is kept in the store, the further ones that the setting sms.stop-list names, and files
// of numbers. For the thread of the connection. Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/store/writer.h"

#include <QStringList>
#include <QVector>

namespace pfx::sms {

struct Stopped {
    QString recipient; ///< E.164
    QString reason;
    qint64 addedAt = 0;
    bool inSetting = false; ///< The setting names it: it stays stopped whatever is taken out of the list.
};

/// What the value of the setting names; entries that are no number are passed over.
QVector<Stopped> stoppedBySetting(const QString &json);

struct StopListView {
    QVector<Stopped> rows; ///< By number, the first of those that were asked for.
    bool more = false; ///< There are others.
    qint64 all = 0; ///< In the list and the setting together, whatever was asked for.
};
/// `part`: only those whose digits hold these, in any spelling, or that begin with them when 8 is written for +7 (no digits: all).
base::Result<StopListView> stopList(store::Connection &db, const QString &part, int limit);

/// Inside a write transaction. How many were new; those that are there keep reason and time. Whoever has added or removed some ends with
/// settings::touch, so that running programs notice.
base::Result<qint64> addToStopList(store::Connection &db, const QVector<Stopped> &numbers);
/// The same for many, in batches that let others write in between, with the touch. What is in before a failure or a stop (Cancelled) stays.
base::Result<qint64> addToStopList(store::Writer &writer, const QVector<Stopped> &numbers, const base::StopToken &stop);
/// Inside a write transaction. How many were there.
base::Result<qint64> removeFromStopList(store::Connection &db, const QStringList &recipients);

struct StopListFile {
    QVector<Stopped> numbers;
    qint64 skippedCount = 0;
    QStringList skipped; ///< The first rows of which no number was taken.
};
/// A text with a number a line, or a table (CSV, XLSX, HTML). Every number of a row is taken; a cell may hold several (by comma, semicolon,
/// slash or line). Which columns count:
///  - those whose heading says that they hold phones, and only these; a heading is a first row without any number;
///  - without such headings the columns in which most numbers are written with a country code (+7…, 8… or 7… of eleven digits), else the only
///    column with numbers, and elsewhere what is written with a country code: ten loose digits of another column may be a passport's.
/// The reason is the cell below a heading that says so, else the first behind the row's last taken number that says anything but a number.
/// SourceUnreadable for what is neither text nor table, holds no number, or more than 200,000 rows besides the heading, or as many numbers.
base::Result<StopListFile> readStopListFile(const QString &path, qint64 nowMs, const base::StopToken &stop);

} // namespace pfx::sms
