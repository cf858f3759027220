// SPDX-License-Identifier: GPL-3.0-or-later
// Planfix's objects as its REST API gives and takes them (OpenAPI 1.6.9). Ids are the numbers shown on its screens, not the internal ones
// of the old XML API. People are "user:5", "contact:7" or "group:3". Values; any thread.
#pragma once

#include "core/planfix/time_point.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace pfx::planfix {

/// {"id":"user:5","name":"…"}; a plain number in an answer is kept as it came ("5").
struct Person
{
    QString id;
    QString name;

    /// The number behind the prefix; 0 when there is none.
    qint64 number() const;
    bool operator==(const Person &) const = default;
};

struct People
{
    QVector<Person> users;   ///< user: and contact:
    QVector<Person> groups;  ///< Plain numbers.

    bool isEmpty() const { return users.isEmpty() && groups.isEmpty(); }
    bool operator==(const People &) const = default;
};

/// {"id","name"} of templates, processes, projects, groups, objects, directories.
struct Named
{
    qint64 id = 0;
    QString name;

    bool operator==(const Named &) const = default;
};

struct Status
{
    qint64 id = 0;
    QString name;
    QString color;
    bool isActive = true;

    bool operator==(const Status &) const = default;
};

/// One item of customFieldData. `value` is in the type's own form (see field_types.h), `shown` what a person sees.
struct CustomValue
{
    qint64 field = 0;
    QString name;
    std::optional<int> type;
    QJsonValue value;
    QString shown;
};

/// A field that can be filled: GET /customfield/{task|contact}.
struct CustomField
{
    qint64 id = 0;
    QString name;
    int type = 0;
    QStringList choices;     ///< enumValues of lists and sets.
    qint64 directory = 0;
};

struct Task
{
    qint64 id = 0;
    QString name;
    QString description;                 ///< HTML
    std::optional<Status> status;        ///< Present only when asked for, as all that follows.
    qint64 processId = 0;
    qint64 templateId = 0;
    Person assigner;
    Person counterparty;
    People assignees;
    std::optional<TimePoint> created;
    std::optional<TimePoint> start;
    std::optional<TimePoint> end;
    std::optional<TimePoint> changed;    ///< dateOfLastUpdate
    QString sourceObjectId;
    QVector<CustomValue> custom;
};

/// What a create or an update says; what is not set is not sent.
struct TaskDraft
{
    std::optional<QString> name;
    std::optional<QString> description;  ///< HTML
    std::optional<qint64> templateId;    ///< Create only.
    std::optional<qint64> status;
    std::optional<QString> counterparty; ///< "contact:5"
    std::optional<People> assignees;     ///< Replaces the whole list.
    std::optional<TimePoint> start;
    std::optional<TimePoint> end;
    QVector<CustomValue> custom;         ///< Fields not named keep their values.
    std::optional<QVector<qint64>> files;
    std::optional<QString> sourceObjectId; ///< A UUID.
};

struct Phone
{
    QString number;
    int type = 1; ///< 1 mobile, 2 work, 3 home, 4 other

    bool operator==(const Phone &) const = default;
};

struct Contact
{
    qint64 id = 0;
    QString name;      ///< First name, or the company's name.
    QString middleName;
    QString lastName;
    QString email;
    QStringList otherEmails; ///< Answers only.
    QVector<Phone> phones;
    QString position;
    bool isCompany = false;
    qint64 templateId = 0;
    QVector<CustomValue> custom;
};

struct ContactDraft
{
    std::optional<qint64> templateId;    ///< A create without it is refused.
    std::optional<QString> name;
    std::optional<QString> middleName;
    std::optional<QString> lastName;
    std::optional<QString> email;
    std::optional<QVector<Phone>> phones; ///< Replaces the list: read, add, write.
    std::optional<QString> position;
    std::optional<QString> description;  ///< Plain text, unlike a task's.
    std::optional<bool> isCompany;
    QVector<qint64> companies;
    QStringList supervisors;             ///< "user:5"
    QVector<CustomValue> custom;
};

struct User
{
    qint64 id = 0;
    QString name;
    QString lastName;
    QString email;
    QString role;      ///< Robot, Admin, User, TechAdmin, UserWithoutAccess, NotDefined
    QString status;    ///< Active, ActiveWithoutAccess, Inactive
    QStringList phones;

    QString fullName() const;
};

struct Comment
{
    qint64 id = 0;
    QString description; ///< HTML
    Person owner;
    std::optional<TimePoint> time;
    std::optional<qint64> oldStatus; ///< changeStatus of an action in the feed.
    std::optional<qint64> newStatus;
};

struct FileInfo
{
    qint64 id = 0;
    QString name;
    qint64 sizeKiB = 0; ///< Rounded up; not bytes, whatever the OpenAPI says.
    QString downloadUrl; ///< Signed and short-lived: never written to the journal.
};

struct DirectoryEntry
{
    qint64 key = 0;
    qint64 parent = 0;
    QString name;
    bool isGroup = false;
    bool isArchived = false;
};

/// A field of an update that Planfix did not take although it answered "success".
struct FieldFailure
{
    QString field;
    QString error;

    bool operator==(const FieldFailure &) const = default;
};

/// What became of an update.
struct Updated
{
    bool isQueued = false; ///< 202: something else is changing the object; it will be applied later.
    QVector<FieldFailure> failures;
};

} // namespace pfx::planfix
