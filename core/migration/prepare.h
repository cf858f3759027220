// SPDX-License-Identifier: GPL-3.0-or-later
// From what the source read to what can be decided: mapping of fields, phones, e-mails, amounts and keys in their normal form. Pure and
// without the store, so that it runs beside the writer. Any thread.
#pragma once

#include "core/crm/entities.h"
#include "core/migration/field_map.h"
#include "core/migration/report.h"

namespace pfx::migration {

/// More phones and e-mails than this of one record are dropped with a warning.
constexpr qsizetype maxPoints = 10'000;

/// A company or a pointer to one; key is base::companyKey of its name.
struct CompanyPointer
{
    QString externalId, title, key;
};

struct CompanyDraft
{
    crm::Company entity; ///< Its title is empty when the source gave none.
    QString substitute;  ///< The title that it gets then when it is made.
    QString key;
    records::EmployeeReference owner;
};

struct ContactDraft
{
    crm::Contact entity; ///< Its name is empty when the source gave none.
    QString substitute;  ///< The name that it gets then when it is made.
    CompanyPointer company;
    records::EmployeeReference owner;
};

struct DealDraft
{
    crm::Deal entity; ///< Without links.
    records::Reference pipeline, stage;
    std::optional<records::Semantics> semantics;
    QVector<records::ContactReference> contacts; ///< With normalised points.
    CompanyPointer company;
    records::EmployeeReference owner;
};

struct PreparedItem
{
    QString place, externalId;
    QByteArray raw; ///< As SourceItem has it, of what can fail.
    std::variant<base::Error, records::Employee, records::Pipeline, CompanyDraft, ContactDraft, DealDraft> content;
    QVector<Problem> warnings;
    std::optional<Reason> passedOver; ///< With an empty error: the source says that the row is no record.
    QString title;                    ///< Of what was passed over.
};

struct PreparedBatch
{
    records::Section section = records::Section::Employees;
    std::vector<PreparedItem> items;
    records::Position next;
    bool last = false;
};

class Preparer
{
public:
    explicit Preparer(FieldMap fields) : m_fields(std::move(fields)) {}

    PreparedItem prepare(records::SourceItem &&item) const;

private:
    FieldMap m_fields;
};

/// Whether a stored name is only what stands for one: a phone, an e-mail, «Без имени».
bool isSubstitute(const QString &name, const QVector<records::Point> &points);

/// What a phone or e-mail is known by: a number with another extension is somebody else's. Empty when it was not understood.
QString pointKey(const records::Point &point);

/// Whether a word of the one name stands in the other.
bool shareWord(QStringView name, QStringView other);

/// The words of a name in one order, so that "Иванов Иван" is "Иван Иванов".
QString nameKey(QStringView name);

} // namespace pfx::migration
