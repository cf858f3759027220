// SPDX-License-Identifier: GPL-3.0-or-later
// The neutral structs that all sides exchange: what a source read and what the store keeps. Values only, no behaviour beyond names.
// Texts are as the source wrote them; normalised forms are filled by migration before matching. Times are ms since 1970 UTC.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace pfx::records {

enum class System { Amocrm, Bitrix24 };
enum class Kind { Employee, Pipeline, Stage, Company, Contact, Deal };
enum class PointKind { Phone, Email };
enum class Semantics { Open, Won, Lost };

/// Names as they stand in SQL and JSON: "amocrm", "contact", "phone", "open".
QString name(System value);
QString name(Kind value);
QString name(PointKind value);
QString name(Semantics value);
std::optional<System> systemFromName(QStringView name);
std::optional<Kind> kindFromName(QStringView name);
std::optional<Semantics> semanticsFromName(QStringView name);

/// A phone or e-mail of a contact or company.
struct Point
{
    PointKind kind = PointKind::Phone;
    QString value;      ///< As written.
    QString normalized; ///< E.164 or lower-cased address; empty when it could not be understood.
    QString extension;  ///< Of a phone.
    QString type;       ///< work, mobile, home, fax, direct, other, private, mailing; empty when unknown.

    bool operator==(const Point &) const = default;
};

/// A source's pointer to something; the parts that the source did not give are empty.
struct Reference
{
    QString externalId;
    QString name;

    bool isEmpty() const { return externalId.isEmpty() && name.isEmpty(); }
    bool operator==(const Reference &) const = default;
};

struct EmployeeReference
{
    QString externalId;
    QString name;
    QString email;

    bool isEmpty() const { return externalId.isEmpty() && name.isEmpty() && email.isEmpty(); }
    bool operator==(const EmployeeReference &) const = default;
};

/// One field that the product has no column for: kept with id, code, name and value as the source gave them.
struct CustomField
{
    QString id;
    QString code;
    QString name;
    QString type;
    QString text;     ///< Readable form for people and for mappings; several values joined with "; ".
    QByteArray json;  ///< The value as JSON, as the source had it.

    bool operator==(const CustomField &) const = default;
};

struct Employee
{
    QString externalId;
    QString name;
    QString email;
    QString extension;
};

struct Company
{
    QString externalId;
    QString title;
    QVector<Point> points;
    EmployeeReference owner;
    std::optional<qint64> createdAt;
    std::optional<qint64> changedAt;
    QStringList tags;
    QVector<CustomField> custom;
    QByteArray unknown; ///< JSON object of the fields that nothing above holds; empty when none.
};

struct Contact
{
    QString externalId;
    QString name;
    QString firstName;
    QString middleName;
    QString lastName;
    QString position;
    QVector<Point> points;
    Reference company;
    EmployeeReference owner;
    std::optional<qint64> createdAt;
    std::optional<qint64> changedAt;
    QStringList tags;
    QVector<CustomField> custom;
    QByteArray unknown;
};

struct Stage
{
    QString externalId; ///< amoCRM status id; Bitrix24 STATUS_ID as deals use it ("C5:NEW").
    QString name;
    QString color;      ///< "#3B82F6", empty when the source gave none.
    Semantics semantics = Semantics::Open;
    int position = 0;
};

struct Pipeline
{
    QString externalId;
    QString name;
    int position = 0;
    QVector<Stage> stages;
    bool partial = false; ///< Further records of the same pipeline may bring more stages (Bitrix24 gives stages by themselves).
};

/// A deal's contact: by id, or (exports without ids) by full name and points.
struct ContactReference
{
    QString externalId;
    QString name;
    QVector<Point> points;
    bool isMain = false;
};

struct Deal
{
    QString externalId;
    QString title;
    QString amount;   ///< As written; base::parseAmount makes it exact.
    QString currency; ///< ISO 4217, empty when the source gave none.
    Reference pipeline;
    Reference stage;
    QVector<ContactReference> contacts;
    Reference company;
    EmployeeReference owner;
    QString source;
    QString type;
    QString lossReason;
    std::optional<Semantics> semantics; ///< When the deal itself says it (Bitrix24 STAGE_SEMANTIC_ID).
    std::optional<qint64> createdAt;
    std::optional<qint64> changedAt;
    std::optional<qint64> closedAt;
    QStringList tags;
    QVector<CustomField> custom;
    QByteArray unknown;
};

} // namespace pfx::records
