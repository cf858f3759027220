// SPDX-License-Identifier: GPL-3.0-or-later
// A named mapping: where source fields, stages and employees go. The file's form is described in docs/mapping.md:
// {"version":1,"source":"amocrm","fields":[{"entity","from","to"}],"stages":[{"pipeline","stage","to":{"pipeline","stage"}}],
//  "employees":[{"from","to"}]}. A value; any thread.
#pragma once

#include "core/base/result.h"
#include "core/records/records.h"

namespace pfx::migration {

struct FieldMapping
{
    records::Kind entity = records::Kind::Contact; ///< Contact, Company or Deal
    QString from; ///< The source field's name, code or id.
    QString to;   ///< A field of `contact show` / `deal show`; "" or "-": leave it out.

    bool operator==(const FieldMapping &) const = default;
};

struct StageMapping
{
    QString pipeline, stage;     ///< Name or id in the source.
    QString toPipeline, toStage; ///< Name or id of ours; made when missing.

    bool operator==(const StageMapping &) const = default;
};

struct EmployeeMapping
{
    QString from; ///< Id, e-mail or name in the source.
    QString to;   ///< Id, e-mail or name of ours.

    bool operator==(const EmployeeMapping &) const = default;
};

struct Mapping
{
    QVector<FieldMapping> fields;
    QVector<StageMapping> stages;
    QVector<EmployeeMapping> employees;

    bool isEmpty() const { return fields.isEmpty() && stages.isEmpty() && employees.isEmpty(); }
    bool operator==(const Mapping &) const = default;

    QByteArray toJson(records::System system) const;
    /// Validation with the path: unknown version, another source, an unknown target field.
    static base::Result<Mapping> fromJson(const QByteArray &json, records::System system);
    /// The fields of ours that a mapping may name for an entity.
    static QStringList targets(records::Kind entity);
};

} // namespace pfx::migration
