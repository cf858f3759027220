// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/mapping.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::migration {

using base::ErrorCode;
using base::fail;
using base::JsonReader;
using base::Result;
using records::Kind;

namespace {

constexpr int version = 1;

QString entityName(Kind kind)
{
    switch (kind) {
    case Kind::Contact:
        return QStringLiteral("contacts");
    case Kind::Company:
        return QStringLiteral("companies");
    default:
        return QStringLiteral("deals");
    }
}

Result<Kind> entityFrom(const JsonReader &reader)
{
    PFX_ASSIGN(const QString text, reader.text(QStringLiteral("entity")));
    for (const Kind kind : {Kind::Contact, Kind::Company, Kind::Deal}) {
        if (text == entityName(kind))
            return kind;
    }
    return fail(ErrorCode::Validation, QStringLiteral("expected contacts, companies or deals: ") + text,
                reader.path(QStringLiteral("entity")));
}

Result<FieldMapping> fieldFrom(const JsonReader &reader)
{
    FieldMapping field;
    PFX_ASSIGN(field.entity, entityFrom(reader));
    PFX_ASSIGN(field.from, reader.textOrNumber(QStringLiteral("from"), QString()));
    PFX_ASSIGN(field.to, reader.text(QStringLiteral("to"), QString()));
    if (field.from.isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("a source field is missing"), reader.path(QStringLiteral("from")));
    if (!field.to.isEmpty() && field.to != QLatin1String("-") && !Mapping::targets(field.entity).contains(field.to)) {
        return fail(ErrorCode::Validation, QStringLiteral("no such field of ours: ") + field.to, reader.path(QStringLiteral("to")));
    }
    return field;
}

Result<StageMapping> stageFrom(const JsonReader &reader)
{
    StageMapping stage;
    PFX_ASSIGN(stage.pipeline, reader.textOrNumber(QStringLiteral("pipeline"), QString()));
    PFX_ASSIGN(stage.stage, reader.textOrNumber(QStringLiteral("stage"), QString()));
    PFX_ASSIGN(const auto to, reader.child(QStringLiteral("to")));
    if (!to)
        return fail(ErrorCode::Validation, QStringLiteral("expected an object"), reader.path(QStringLiteral("to")));
    PFX_ASSIGN(stage.toPipeline, to->textOrNumber(QStringLiteral("pipeline"), QString()));
    PFX_ASSIGN(stage.toStage, to->textOrNumber(QStringLiteral("stage"), QString()));
    if (stage.stage.isEmpty() && stage.pipeline.isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("a stage is missing"), reader.path(QStringLiteral("stage")));
    if (stage.toPipeline.isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("a pipeline is missing"), to->path(QStringLiteral("pipeline")));
    return stage;
}

} // namespace

QStringList Mapping::targets(Kind entity)
{
    switch (entity) {
    case Kind::Contact:
        return {QStringLiteral("name"),  QStringLiteral("first_name"), QStringLiteral("middle_name"), QStringLiteral("last_name"),
                QStringLiteral("position"), QStringLiteral("phone"),   QStringLiteral("email"),       QStringLiteral("company"),
                QStringLiteral("owner"), QStringLiteral("tags")};
    case Kind::Company:
        return {QStringLiteral("title"), QStringLiteral("phone"), QStringLiteral("email"), QStringLiteral("owner"),
                QStringLiteral("tags")};
    case Kind::Deal:
        return {QStringLiteral("title"),   QStringLiteral("amount"),  QStringLiteral("currency"), QStringLiteral("pipeline"),
                QStringLiteral("stage"),   QStringLiteral("company"), QStringLiteral("owner"),    QStringLiteral("source"),
                QStringLiteral("type"),    QStringLiteral("loss_reason"), QStringLiteral("tags")};
    default:
        return {};
    }
}

QByteArray Mapping::toJson(records::System system) const
{
    QJsonArray fieldArray;
    for (const FieldMapping &field : fields) {
        fieldArray.append(QJsonObject{{QStringLiteral("entity"), entityName(field.entity)},
                                      {QStringLiteral("from"), field.from},
                                      {QStringLiteral("to"), field.to}});
    }
    QJsonArray stageArray;
    for (const StageMapping &stage : stages) {
        stageArray.append(QJsonObject{{QStringLiteral("pipeline"), stage.pipeline},
                                      {QStringLiteral("stage"), stage.stage},
                                      {QStringLiteral("to"), QJsonObject{{QStringLiteral("pipeline"), stage.toPipeline},
                                                                         {QStringLiteral("stage"), stage.toStage}}}});
    }
    QJsonArray employeeArray;
    for (const EmployeeMapping &employee : employees)
        employeeArray.append(QJsonObject{{QStringLiteral("from"), employee.from}, {QStringLiteral("to"), employee.to}});
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), version},
                                     {QStringLiteral("source"), records::name(system)},
                                     {QStringLiteral("fields"), fieldArray},
                                     {QStringLiteral("stages"), stageArray},
                                     {QStringLiteral("employees"), employeeArray}})
        .toJson(QJsonDocument::Compact);
}

Result<Mapping> Mapping::fromJson(const QByteArray &json, records::System system)
{
    PFX_ASSIGN(const JsonReader reader, JsonReader::parse(json));
    PFX_ASSIGN(const qint64 given, reader.integer(QStringLiteral("version")));
    if (given != version)
        return fail(ErrorCode::Validation, QStringLiteral("unknown version %1").arg(given), QStringLiteral("version"));
    PFX_ASSIGN(const QString source, reader.text(QStringLiteral("source")));
    if (source != records::name(system))
        return fail(ErrorCode::Validation, QStringLiteral("the mapping is for ") + source, QStringLiteral("source"));
    Mapping mapping;
    PFX_ASSIGN(const auto fields, reader.children(QStringLiteral("fields")));
    for (const JsonReader &entry : fields) {
        PFX_ASSIGN(FieldMapping field, fieldFrom(entry));
        mapping.fields.append(std::move(field));
    }
    PFX_ASSIGN(const auto stages, reader.children(QStringLiteral("stages")));
    for (const JsonReader &entry : stages) {
        PFX_ASSIGN(StageMapping stage, stageFrom(entry));
        mapping.stages.append(std::move(stage));
    }
    PFX_ASSIGN(const auto employees, reader.children(QStringLiteral("employees")));
    for (const JsonReader &entry : employees) {
        EmployeeMapping employee;
        PFX_ASSIGN(employee.from, entry.textOrNumber(QStringLiteral("from"), QString()));
        PFX_ASSIGN(employee.to, entry.textOrNumber(QStringLiteral("to"), QString()));
        if (employee.from.isEmpty() || employee.to.isEmpty())
            return fail(ErrorCode::Validation, QStringLiteral("both names are needed"), entry.path(QStringLiteral("to")));
        mapping.employees.append(std::move(employee));
    }
    return mapping;
}

} // namespace pfx::migration
