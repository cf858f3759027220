// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/contact_intake.h"

#include "core/base/text_keys.h"
#include "core/mailing/address.h"
#include "core/mailing/member_rows.h"

#include <deque>

namespace pfx::mailing {

using base::Result;
using store::Connection;
using store::Row;

namespace {

constexpr qsizetype mostProblems = 100;
constexpr qsizetype longestValue = 80; // of a problem
constexpr qsizetype longestName = 1000;

/// Bounded, and not within a pair of surrogates.
QString cut(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    return text.left(text.at(most - 1).isHighSurrogate() ? most - 1 : most);
}

} // namespace

/// A contact that can be kept, by what it is looked for.
struct ContactIntake::Wanted {
    std::optional<qint64> planfixId;
    bool knowsAddress = false; ///< Whether the request says anything about the address.
    QString email, emailKey;
    std::optional<QString> firstName, lastName;
};

/// The rows that the contacts of a batch concern, as they stand and as they become. Rows keep their place.
struct ContactIntake::Known {
    struct Row {
        Member member;
        enum class Fate { Standing, Changed, New } fate = Fate::Standing;
    };
    std::deque<Row> rows;
    QHash<qint64, Row *> byId; ///< Row id, while looking up.
    QHash<qint64, Row *> byPerson;
    QHash<QString, Row *> nameless; ///< By address: rows that no contact of Planfix owns.
    QHash<QString, Row *> byAddress; ///< The first row of each address, for contacts without an id.

    Row *add(Member member, Row::Fate fate)
    {
        if (member.id != 0 && byId.contains(member.id))
            return byId.value(member.id);
        rows.push_back({std::move(member), fate});
        Row *const row = &rows.back();
        if (row->member.id != 0)
            byId.insert(row->member.id, row);
        index(row);
        return row;
    }
    void index(Row *row)
    {
        if (row->member.planfixId)
            byPerson.insert(*row->member.planfixId, row);
        if (row->member.emailKey.isEmpty())
            return;
        if (!row->member.planfixId)
            nameless.insert(row->member.emailKey, row);
        if (!byAddress.contains(row->member.emailKey))
            byAddress.insert(row->member.emailKey, row);
    }
    void forget(Row *row)
    {
        const QString &key = row->member.emailKey;
        if (nameless.value(key) == row)
            nameless.remove(key);
        if (byAddress.value(key) == row)
            byAddress.remove(key);
    }
};

void ContactIntake::note(ContactProblem::Kind kind, const QString &place, const QString &value)
{
    if (m_problems.size() < mostProblems)
        m_problems.append({kind, place, cut(value, longestValue)});
}

std::optional<ContactIntake::Wanted> ContactIntake::wantedOf(const Contact &contact)
{
    using Kind = ContactProblem::Kind;
    Wanted wanted;
    wanted.planfixId = contact.planfixId;
    const QString written = contact.email ? contact.email->trimmed() : QString();
    wanted.knowsAddress = contact.email.has_value();
    if (!written.isEmpty()) {
        auto address = readAddress(written);
        if (!address) {
            note(Kind::BadAddress, contact.place, written);
            ++m_counts.skipped;
            return std::nullopt;
        }
        wanted.email = std::move(address->shown);
        wanted.emailKey = std::move(address->key);
    } else if (!contact.planfixId) {
        note(Kind::NothingToKnowBy, contact.place, {});
        ++m_counts.skipped;
        return std::nullopt;
    }
    const auto bounded = [&](const std::optional<QString> &name) -> std::optional<QString> {
        if (!name || name->size() <= longestName)
            return name;
        note(Kind::NameCut, contact.place, *name);
        return cut(*name, longestName);
    };
    wanted.firstName = bounded(contact.firstName);
    wanted.lastName = bounded(contact.lastName);
    return wanted;
}

Result<void> ContactIntake::lookUp(Connection &db, const std::vector<Wanted> &wanted, Known &known)
{
    QVector<qint64> people;
    QStringList addresses;
    for (const Wanted &one : wanted) {
        if (one.planfixId)
            people.append(*one.planfixId);
        if (!one.emailKey.isEmpty())
            addresses.append(one.emailKey);
    }
    const auto take = [&known](const Row &row) -> Result<void> {
        known.add(memberFrom(row), Known::Row::Fate::Standing);
        return {};
    };
    if (!people.isEmpty()) {
        PFX_TRY(db.forEach(QStringLiteral("SELECT %1 FROM {ids} AS k CROSS JOIN mailing_members m"
                                          " WHERE m.list_id = :list AND m.planfix_id = k.value ORDER BY m.id")
                               .arg(memberColumns),
                           {{QStringLiteral("ids"), store::idSet(db.backend(), people)}, {QStringLiteral("list"), m_listId}}, take));
    }
    if (addresses.isEmpty())
        return {};
    return db.forEach(QStringLiteral("SELECT %1 FROM {keys} AS k CROSS JOIN mailing_members m"
                                     " WHERE m.list_id = :list AND m.email_key = k.value ORDER BY m.id")
                          .arg(memberColumns),
                      {{QStringLiteral("keys"), store::keySet(db.backend(), addresses)}, {QStringLiteral("list"), m_listId}}, take);
}

Result<void> ContactIntake::countSuppressed(Connection &db, const std::vector<Wanted> &wanted)
{
    if (!m_suppressions) {
        PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT count(*) AS n FROM mailing_suppressions")));
        m_suppressions = rows.front().number(QStringLiteral("n"));
    }
    if (*m_suppressions == 0)
        return {};
    QStringList keys;
    for (const Wanted &one : wanted) {
        if (!one.emailKey.isEmpty())
            keys.append(one.emailKey);
    }
    keys.removeDuplicates();
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT count(*) AS n FROM {keys} AS k CROSS JOIN mailing_suppressions s"
                                                         " WHERE s.email_key = k.value"),
                                          {{QStringLiteral("keys"), store::keySet(db.backend(), keys)}}));
    m_counts.suppressed += rows.front().number(QStringLiteral("n"));
    return {};
}

void ContactIntake::decide(Wanted &wanted, Known &known)
{
    Known::Row *row = nullptr;
    if (wanted.planfixId) {
        row = known.byPerson.value(*wanted.planfixId);
        if (!row && !wanted.emailKey.isEmpty())
            row = known.nameless.value(wanted.emailKey);
    } else {
        row = known.byAddress.value(wanted.emailKey);
    }
    if (wanted.emailKey.isEmpty() && (wanted.knowsAddress || !row || row->member.emailKey.isEmpty()))
        ++m_counts.withoutEmail;
    if (!row) {
        Member member;
        member.listId = m_listId;
        member.planfixId = wanted.planfixId;
        member.email = std::move(wanted.email);
        member.emailKey = std::move(wanted.emailKey);
        member.firstName = wanted.firstName.value_or(QString());
        member.lastName = wanted.lastName.value_or(QString());
        member.addedAt = member.changedAt = m_nowMs;
        known.add(std::move(member), Known::Row::Fate::New);
        ++m_counts.added;
        return;
    }
    Member after = row->member;
    if (wanted.planfixId)
        after.planfixId = wanted.planfixId;
    if (wanted.knowsAddress) {
        after.email = std::move(wanted.email);
        after.emailKey = std::move(wanted.emailKey);
    }
    if (wanted.firstName)
        after.firstName = *std::move(wanted.firstName);
    if (wanted.lastName)
        after.lastName = *std::move(wanted.lastName);
    const bool same = after.planfixId == row->member.planfixId && after.email == row->member.email && after.emailKey == row->member.emailKey
        && after.firstName == row->member.firstName && after.lastName == row->member.lastName;
    if (same) {
        ++m_counts.unchanged;
        return;
    }
    ++m_counts.updated;
    known.forget(row);
    row->member = std::move(after);
    row->member.changedAt = m_nowMs;
    if (row->fate == Known::Row::Fate::Standing)
        row->fate = Known::Row::Fate::Changed;
    known.index(row);
}

Result<void> ContactIntake::write(Connection &db, Known &known)
{
    std::vector<const Member *> added, changed;
    for (const Known::Row &row : known.rows) {
        if (row.fate == Known::Row::Fate::New)
            added.push_back(&row.member);
        else if (row.fate == Known::Row::Fate::Changed)
            changed.push_back(&row.member);
    }
    PFX_TRY(updateMembers(db, changed));
    return insertMembers(db, added);
}

Result<void> ContactIntake::take(Connection &db, const std::vector<Contact> &contacts)
{
    m_counts.received += static_cast<qint64>(contacts.size());
    std::vector<Wanted> wanted;
    wanted.reserve(contacts.size());
    for (const Contact &contact : contacts) {
        if (auto one = wantedOf(contact))
            wanted.push_back(std::move(*one));
    }
    if (wanted.empty())
        return {};
    PFX_TRY(countSuppressed(db, wanted));
    Known known;
    PFX_TRY(lookUp(db, wanted, known));
    for (Wanted &one : wanted)
        decide(one, known);
    return write(db, known);
}

Result<void> ContactIntake::remove(Connection &db, const Contact &contact)
{
    ++m_counts.received;
    if (contact.planfixId) {
        PFX_ASSIGN(const qint64 gone,
                   db.execute(QStringLiteral("DELETE FROM mailing_members WHERE list_id = :list AND planfix_id = :person"),
                              {{QStringLiteral("list"), m_listId}, {QStringLiteral("person"), *contact.planfixId}}));
        m_counts.removed += gone;
        if (gone > 0)
            return {};
    }
    const auto address = readAddress(contact.email.value_or(QString()));
    if (!address)
        return {};
    // Another contact of Planfix that has the same address stays.
    const QString whose = contact.planfixId ? QStringLiteral(" AND planfix_id IS NULL") : QString();
    PFX_ASSIGN(const qint64 gone, db.execute(QStringLiteral("DELETE FROM mailing_members WHERE list_id = :list AND email_key = :key") + whose,
                                             {{QStringLiteral("list"), m_listId}, {QStringLiteral("key"), address->key}}));
    m_counts.removed += gone;
    return {};
}

Result<void> ContactIntake::adopt(Connection &db, const Contact &contact, const QString &oldEmail)
{
    const auto old = readAddress(oldEmail);
    if (!old)
        return {};
    if (contact.planfixId) {
        PFX_ASSIGN(const auto known, db.select(QStringLiteral("SELECT m.id AS id FROM mailing_members m WHERE m.list_id = :list"
                                                              " AND m.planfix_id = :person"),
                                               {{QStringLiteral("list"), m_listId}, {QStringLiteral("person"), *contact.planfixId}}));
        if (!known.empty())
            return {};
        // The row of the old address gets the id, so that the change finds it.
        return db
            .execute(QStringLiteral("UPDATE mailing_members SET planfix_id = :person WHERE id = (SELECT min(m.id) FROM mailing_members m"
                                    " WHERE m.list_id = :list AND m.email_key = :key AND m.planfix_id IS NULL)"),
                     {{QStringLiteral("list"), m_listId}, {QStringLiteral("person"), *contact.planfixId}, {QStringLiteral("key"), old->key}})
            .map([](qint64) {});
    }
    const auto now = readAddress(contact.email.value_or(QString()));
    if (!now || now->key == old->key)
        return {};
    // Without an id only the old address says who it is. Under the new one he may be there already: then they are one.
    const store::Params params{{QStringLiteral("list"), m_listId}, {QStringLiteral("email"), now->shown}, {QStringLiteral("new"), now->key},
                               {QStringLiteral("old"), old->key},  {QStringLiteral("now"), m_nowMs}};
    const QString oldRow =
        QStringLiteral("id = (SELECT min(m.id) FROM mailing_members m WHERE m.list_id = :list AND m.email_key = :old)");
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM mailing_members WHERE %1 AND EXISTS"
                                      " (SELECT 1 FROM mailing_members o WHERE o.list_id = :list AND o.email_key = :new)")
                           .arg(oldRow),
                       params));
    return db
        .execute(QStringLiteral("UPDATE mailing_members SET email = :email, email_key = :new, version = version + 1, changed_at = :now"
                                " WHERE %1 AND NOT EXISTS (SELECT 1 FROM mailing_members o WHERE o.list_id = :list AND o.email_key = :new)")
                     .arg(oldRow),
                 params)
        .map([](qint64) {});
}

} // namespace pfx::mailing
