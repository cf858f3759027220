// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about import runs that stand in more than one place of the page. Any thread once the translators are installed.
#pragma once

#include "core/migration/report.h"

#include <QCoreApplication>

namespace pfx::ui {

class RunWords
{
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::RunWords)

public:
    /// "AmoCRM", "Bitrix24".
    static QString system(records::System system);
    /// "No. 13 · AmoCRM": what other pages call it too.
    static QString title(const migration::RunReport &report);
    /// What a run did, in words that begin with the created: "Created contacts: 2, deals: 1. …".
    static QString summary(const migration::RunReport &report);
    /// What is inside a file: "contacts: 2, deals: 1, …".
    static QString contents(qint64 contacts, qint64 deals, qint64 companies, qint64 pipelines, qint64 employees);
    /// "json" and the like, for people.
    static QString form(const QString &code);
    /// A harmless oddity of a file; empty for one without words.
    static QString notice(const QString &code);
    /// Where a record stands in its file: a table's row in the language of the screen.
    static QString place(const QString &place);
    /// Why a row was decided as it was: of an update, by what it matched ours.
    static QString reason(const migration::RunRow &row);
    /// A field's value as the store's differences have it, for people: times, phones and addresses are written otherwise there.
    static QString value(const QString &field, const QString &text);
    /// A deal's sum as the store has it ("777777.00", "777777.00 RUB"), for people; other text as it is.
    static QString sum(const QString &text);
    static QString seconds(qint64 ms);
    /// "28 001 of 600 001 records", in the case that the language wants.
    static QString outOf(qint64 done, qint64 total);
};

} // namespace pfx::ui
