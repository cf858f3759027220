// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_report.h"

#include "app/ctl/import_result.h"
#include "app/ctl/json_import.h"
#include "core/formats/csv_line.h"
#include "core/migration/runs.h"
#include "core/texts/texts.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;
using formats::csvLine;
using migration::RunRow;

namespace {

/// The first error of each failed row, by row: what is to be corrected.
Result<QHash<qint64, QString>> errorsOf(Context &context, qint64 run)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const migration::RunReport report, migration::runs::report(*store, *db, run));
    QHash<qint64, QString> messages;
    for (const migration::Problem &problem : report.problems) {
        if (problem.severity == migration::Severity::Error && !messages.contains(problem.rowNo))
            messages.insert(problem.rowNo, texts::text(problem));
    }
    return messages;
}

Result<void> printRows(Context &context, qint64 run, bool failedOnly)
{
    PFX_ASSIGN(const auto messages, errorsOf(context, run));
    PFX_ASSIGN(store::Connection *const db, context.db());
    const char *const names[] = {"row", "kind", "external_id", "place", "title", "decision", "reason", "entity_id", "message"};
    QStringList header;
    for (const char *name : names)
        header.append(QString::fromLatin1(name));
    context.out(csvLine(header));
    migration::runs::RowsQuery query;
    query.run = run;
    query.limit = 1000;
    if (failedOnly)
        query.decision = migration::Decision::Failed;
    for (;;) {
        PFX_ASSIGN(const QVector<RunRow> rows, migration::runs::rows(*db, query));
        if (rows.isEmpty())
            return {};
        for (const RunRow &row : rows) {
            context.out(csvLine({QString::number(row.rowNo), records::name(row.kind), row.externalId, row.place, row.title,
                                 migration::name(row.decision), migration::name(row.reason),
                                 row.entityId == 0 ? QString() : QString::number(row.entityId), messages.value(row.rowNo)}));
        }
        query.afterRow = rows.last().rowNo;
    }
}

} // namespace

QStringList ImportReport::words() const
{
    return {QStringLiteral("import"), QStringLiteral("report")};
}

QStringList ImportReport::arguments() const
{
    return {QStringLiteral("RUN")};
}

QString ImportReport::description() const
{
    return QCoreApplication::translate("Ctl", "Writes what was decided about each row, or the failed rows to correct and import again.");
}

void ImportReport::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("failed"), QCoreApplication::translate("Ctl", "Only the rows that failed.")});
    parser.addOption({QStringLiteral("format"),
                      QCoreApplication::translate("Ctl", "csv: a line a row; json: the report, with --failed the rows as a source file (json)."),
                      QStringLiteral("json|csv")});
}

Result<Exit> ImportReport::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 run, numberArgument(options.positionalArguments().first()));
    PFX_ASSIGN(const QString format, choice(options, QStringLiteral("format"), {QStringLiteral("json"), QStringLiteral("csv")}));
    const bool failedOnly = options.isSet(QStringLiteral("failed"));
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    if (format == QLatin1String("csv")) {
        PFX_TRY(printRows(context, run, failedOnly));
        return Exit::Done;
    }
    if (failedOnly) {
        PFX_ASSIGN(const migration::runs::FailedRows failed, migration::runs::failedRows(*db, run));
        context.out(failed.document);
        return Exit::Done;
    }
    PFX_ASSIGN(const migration::RunReport report, migration::runs::report(*store, *db, run));
    JsonWriter json;
    json::write(json, report);
    context.out(json.take() + '\n');
    return Exit::Done;
}

} // namespace pfx::ctl
