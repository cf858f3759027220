// SPDX-License-Identifier: GPL-3.0-or-later
// Brings contacts of Planfix into a list: who is who (by Planfix's id, then by the address), what is new, what has changed, what is passed
// over. Function of an open write transaction in which the list is locked (touchList). Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/mailing/entities.h"
#include "core/store/connection.h"

namespace pfx::mailing {

class ContactIntake {
public:
    ContactIntake(qint64 listId, qint64 nowMs) : m_listId(listId), m_nowMs(nowMs) { }

    /// At most a few thousand at a time. A contact that comes twice is the later one.
    base::Result<void> take(store::Connection &db, const std::vector<Contact> &contacts);
    /// Takes a contact out of the list: by its id, else by its address. Nothing happens when it is not there.
    base::Result<void> remove(store::Connection &db, const Contact &contact);
    /// The contact had this address before: whoever has it, and is not known by the contact's id, is the contact.
    base::Result<void> adopt(store::Connection &db, const Contact &contact, const QString &oldEmail);

    const IntakeCounts &counts() const { return m_counts; }
    const QVector<ContactProblem> &problems() const { return m_problems; }
    void note(ContactProblem::Kind kind, const QString &place, const QString &value);

private:
    struct Wanted;
    struct Known;

    std::optional<Wanted> wantedOf(const Contact &contact);
    base::Result<void> lookUp(store::Connection &db, const std::vector<Wanted> &wanted, Known &known);
    base::Result<void> countSuppressed(store::Connection &db, const std::vector<Wanted> &wanted);
    void decide(Wanted &wanted, Known &known);
    base::Result<void> write(store::Connection &db, Known &known);

    const qint64 m_listId;
    const qint64 m_nowMs;
    IntakeCounts m_counts;
    QVector<ContactProblem> m_problems;
    std::optional<qint64> m_suppressions; ///< How many there are at all.
};

} // namespace pfx::mailing
