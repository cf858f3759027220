// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what a person typed into the search field into SQL conditions that use the indexes. Internal to core/crm; reading only, the calling
// thread's connection.
//
// - '@' in the text: part of an e-mail. - Digits with phone punctuation: a whole number in any spelling, or at least three of its digits in
//   a row (also part of a name). - Else words, each of which must occur in the name: three letters and more anywhere, two letters at the
//   beginning of a word, a single letter at the beginning of the name.
//
// SQLite: hits come from the trigram table and are verified, unless there are so many of them that walking the name index and testing each
// row fills a page sooner; name_blocks.h says which parts of it need no look. PostgreSQL decides that by itself (pg_trgm).
#pragma once

#include "core/crm/entities.h"
#include "core/store/connection.h"

namespace pfx::crm {
class NameBlocks;
}

namespace pfx::crm::search {

/// The parts of a SELECT over one table whose alias is e.
struct Filter
{
    QString from;           ///< "contacts e", or the trigram table joined to it.
    QStringList conditions; ///< Joined by AND.
    store::Params params;
    /// The rows are tested as they stand in the index of the order, without a set of hits to be made first.
    bool walks = false;
    /// When the conditions ask for words of the name: what stands in it, with a space before the beginning of a word.
    QStringList walked;
    std::shared_ptr<const NameBlocks> blocks; ///< Of the connection, when there are `walked` words to look up in them.

    void add(const QString &condition) { conditions.append(condition); }
    void add(const QString &condition, const QString &name, store::Value value)
    {
        conditions.append(condition);
        params.append({name, std::move(value)});
    }
    QString where() const { return conditions.isEmpty() ? QString() : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND ")); }
};

base::Result<Filter> contacts(store::Connection &db, const QString &text);
Filter companies(const store::Connection &db, const QString &text);
Filter deals(const store::Connection &db, const QString &text);

} // namespace pfx::crm::search
