// SPDX-License-Identifier: GPL-3.0-or-later
// What mailing lists consist of. Values; any thread. Times are ms since 1970 UTC.
#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace pfx::mailing {

struct MailingList {
    qint64 id = 0;
    QString code; ///< What Planfix knows it by ("01JTEST…").
    QString name;
    qint64 createdAt = 0;
    qint64 changedAt = 0;
    std::optional<qint64> deletedAt;
};

/// How many people a list has; those who share an address are one.
struct MemberCounts {
    qint64 members = 0;
    qint64 writable = 0; ///< Who may be written to: with an address that is not suppressed.
    qint64 suppressed = 0;
    qint64 withoutEmail = 0;
};

enum class Reason { Unsubscribed, Bounced, Complained, Manual };
QString name(Reason reason);
std::optional<Reason> reasonNamed(const QString &name);

/// Whether a member is written to, and why not.
enum class Standing {
    Writable,
    Suppressed,
    NoAddress,
    SharedAddress, ///< Another contact of the list has the address and is written to.
};

struct Member {
    qint64 id = 0;
    qint64 listId = 0;
    std::optional<qint64> planfixId;
    QString email; ///< For people; empty when there is none.
    QString emailKey; ///< For comparing.
    QString firstName, lastName;
    qint64 version = 1;
    qint64 addedAt = 0;
    qint64 changedAt = 0;
    Standing standing = Standing::Writable; ///< Of those read in pages.
    std::optional<Reason> reason; ///< Of Suppressed.
};

struct Suppression {
    qint64 id = 0;
    QString email, emailKey;
    Reason reason = Reason::Manual;
    QString note;
    qint64 listId = 0; ///< Through whose link; 0: none.
    QString listName;
    qint64 at = 0;
};

/// A contact as it comes from Planfix.
struct Contact {
    std::optional<qint64> planfixId;
    std::optional<QString> email; ///< As it was written; none when the member was missing.
    std::optional<QString> firstName, lastName;
    QString place; ///< "contacts[3]"
};

/// Why a contact was passed over, or kept only in part.
struct ContactProblem {
    enum class Kind { BadAddress, NothingToKnowBy, BadId, NameCut, NotAnObject };
    Kind kind = Kind::BadAddress;
    QString place;
    QString value; ///< What was given, cut short.
};
QString name(ContactProblem::Kind kind);

/// What became of the contacts of one request.
struct IntakeCounts {
    qint64 received = 0, added = 0, updated = 0, removed = 0, unchanged = 0, skipped = 0, suppressed = 0, withoutEmail = 0;
};

/// One request of Planfix in the history.
struct RequestRecord {
    qint64 id = 0;
    qint64 at = 0;
    QString action; ///< "importContacts", "updateContact.add"
    qint64 listId = 0;
    QString listName;
    QString remote;
    QString error; ///< What Planfix was told; empty when it was done.
    IntakeCounts counts;
    qint64 durationMs = 0;
    QVector<ContactProblem> problems; ///< The first hundred.
};

} // namespace pfx::mailing
