// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/record_show.h"

#include "app/ctl/context.h"
#include "app/ctl/json_crm.h"
#include "app/ctl/record_pages.h"
#include "app/ctl/table.h"
#include "core/crm/repository.h"

#include <QCoreApplication>

#include <algorithm>

namespace pfx::ctl {

using base::Result;
using records::Kind;

namespace {

Result<void> showPipeline(Context &context, store::Connection &db, qint64 id)
{
    PFX_ASSIGN(const QVector<crm::Pipeline> all, crm::loadPipelines(db));
    const auto found = std::find_if(all.cbegin(), all.cend(), [id](const crm::Pipeline &pipeline) { return pipeline.id == id; });
    if (found == all.cend())
        return base::fail(base::ErrorCode::NotFound, QString::number(id), records::name(Kind::Pipeline));
    if (context.json()) {
        JsonWriter json;
        json::write(json, *found);
        context.out(json.take() + '\n');
        return {};
    }
    context.line(found->name);
    Table table;
    for (const crm::Stage &stage : found->stages)
        table.row({QString::number(stage.id), stage.name, stage.color, records::name(stage.semantics)});
    context.out(table.text());
    return {};
}

Result<void> showRecord(Context &context, store::Connection &db, Kind kind, qint64 id)
{
    if (context.json()) {
        JsonWriter json;
        PFX_TRY(writeRecords(json, db, kind, {id}));
        const QByteArray object = json.take();
        if (object.isEmpty())
            return base::fail(base::ErrorCode::NotFound, QString::number(id), records::name(kind));
        context.out(object + '\n');
        return {};
    }
    PFX_ASSIGN(const QVector<QStringList> rows, csvRows(db, kind, {id}));
    if (rows.isEmpty())
        return base::fail(base::ErrorCode::NotFound, QString::number(id), records::name(kind));
    const QStringList names = csvHeader(kind);
    Table table;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!rows.first()[i].isEmpty())
            table.row({names[i], rows.first()[i]});
    }
    context.out(table.text());
    return {};
}

} // namespace

QStringList RecordShow::words() const
{
    return {records::name(m_kind), QStringLiteral("show")};
}

QStringList RecordShow::arguments() const
{
    return {QStringLiteral("ID")};
}

QString RecordShow::description() const
{
    switch (m_kind) {
    case Kind::Company:
        return QCoreApplication::translate("Ctl", "Shows a company.");
    case Kind::Deal:
        return QCoreApplication::translate("Ctl", "Shows a deal.");
    case Kind::Pipeline:
        return QCoreApplication::translate("Ctl", "Shows a pipeline with its stages.");
    default:
        return QCoreApplication::translate("Ctl", "Shows a contact.");
    }
}

Result<Exit> RecordShow::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 id, numberArgument(options.positionalArguments().first()));
    PFX_ASSIGN(store::Connection *const db, context.db());
    if (m_kind == Kind::Pipeline)
        PFX_TRY(showPipeline(context, *db, id));
    else
        PFX_TRY(showRecord(context, *db, m_kind, id));
    return Exit::Done;
}

} // namespace pfx::ctl
