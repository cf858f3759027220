// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal's page asks for and does beside the rows of its table. Answers come in the GUI thread, and only while `context` lives.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/exchange/journal_pages.h"
#include "ui/journal/journal_deeds.h"

#include <QObject>

#include <functional>

namespace pfx::ui {

class JournalService : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Answer = std::function<void(base::Result<T>)>;

    using QObject::QObject;

    virtual void details(QObject *context, qint64 id, Answer<exchange::JournalDetails> answer) = 0;
    /// How many entries wait for a person.
    virtual void halted(QObject *context, Answer<qint64> answer) = 0;
    /// The services that occur, for the filter.
    virtual void services(QObject *context, Answer<QStringList> answer) = 0;
    /// The subject of the order with this number; empty: there is none.
    virtual void subjectOf(QObject *context, const QString &orderNumber, Answer<QString> answer) = 0;
    /// The row that is worked off now.
    virtual void perform(QObject *context, JournalDeed::Kind deed, const exchange::JournalEntry &entry, Answer<qint64> answer) = 0;
    /// Everything that passes the filter, as CSV; the file is made only when it is whole. How many rows.
    virtual void exportTo(QObject *context, const QString &path, const exchange::JournalFilter &filter, base::StopToken stop,
                          Answer<qint64> answer) = 0;
};

} // namespace pfx::ui
