// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_table.h"

#include "app/ctl/context.h"
#include "app/ctl/failure.h"
#include "app/ctl/json_writer.h"
#include "app/ctl/order_output.h"
#include "app/ctl/table.h"
#include "core/formats/recognise.h"
#include "core/orders/order_csv.h"
#include "core/orders/task_mapping.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QLocale>

namespace pfx::ctl {

using base::Result;
using orders::CsvMapping;
using orders::CsvReport;
using orders::OrderCsv;

namespace {

const QString columnOption = QStringLiteral("column");
const QString dryRunOption = QStringLiteral("dry-run");
constexpr qsizetype shownProblems = 20;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Ctl)

public:
    static QString columnDescription()
    {
        return tr("A table's column is this field of the order, as in “Contract no=number”; without a field the column is left out.");
    }
    static QString dryRunDescription() { return tr("Only shows what a table would add."); }
    static QString noColumn(const QString &name) { return tr("The table has no column “%1”").arg(name); }
    static QString columnForm(const QString &text) { return tr("“%1” is not of the form COLUMN=FIELD").arg(text); }
    static QString rows(qint64 rows) { return tr("Rows read: %1").arg(QLocale().toString(rows)); }
    static QString headline(const CsvReport &report, bool dryRun)
    {
        if (report.end == orders::CsvEnd::Stopped)
            return tr("Stopped; to go on, give the command again");
        return dryRun ? tr("Nothing was written; it would be:") : tr("Done:");
    }
    static QString counts(const CsvReport &report)
    {
        return tr("read %1, added %2, there already %3, failed %4")
            .arg(report.read)
            .arg(report.added)
            .arg(report.repeated)
            .arg(report.failed);
    }
    static QString place(const orders::CsvProblem &problem)
    {
        return problem.column.isEmpty() ? tr("Row %1").arg(problem.row) : tr("Row %1, column “%2”").arg(problem.row).arg(problem.column);
    }
    static QString moreProblems(qint64 count)
    {
        return tr("… and %n more", nullptr, static_cast<int>(std::min<qint64>(count, 1'000'000'000)));
    }
    static QString leftOut() { return tr("(left out)"); }
};

Result<CsvMapping> mappingOf(const OrderCsv &csv, const QStringList &chosen)
{
    CsvMapping mapping = csv.guess();
    for (const QString &text : chosen) {
        const qsizetype equals = text.lastIndexOf(QLatin1Char('='));
        if (equals < 1)
            return usage(Words::columnForm(text));
        const QString name = text.left(equals).trimmed();
        const auto &columns = csv.columns();
        const auto column = std::find_if(columns.begin(), columns.end(), [&name](const auto &one) { return one.name == name; });
        if (column == columns.end())
            return usage(Words::noColumn(name));
        mapping[column - columns.begin()] = text.mid(equals + 1).trimmed();
    }
    PFX_TRY(orders::checkMapping(mapping, mapping.size()));
    return mapping;
}

QByteArray jsonOf(const OrderCsv &csv, const CsvMapping &mapping, const CsvReport &report, bool dryRun)
{
    JsonWriter json;
    json.object([&] {
        json.flag("dry_run", dryRun);
        json.member("state", report.end == orders::CsvEnd::Stopped ? QStringLiteral("stopped") : QStringLiteral("finished"));
        json.member("rows", report.rows);
        json.member("read", report.read);
        json.member("added", report.added);
        json.member("repeated", report.repeated);
        json.member("failed", report.failed);
        json.key("columns");
        json.array([&] {
            for (qsizetype i = 0; i < mapping.size(); ++i) {
                json.object([&] {
                    json.member("name", csv.columns()[i].name);
                    json.memberOrNull("field", mapping[i]);
                });
            }
        });
        json.key("problems");
        json.array([&] {
            for (const orders::CsvProblem &problem : report.problems) {
                json.object([&] {
                    json.member("row", problem.row);
                    json.memberOrNull("column", problem.column);
                    json.memberOrNull("number", problem.number);
                    json.member("code", base::name(problem.error.code));
                    json.member("message", describe(problem.error).message);
                });
            }
        });
    });
    return json.take() + '\n';
}

void print(Context &context, const OrderCsv &csv, const CsvMapping &mapping, const CsvReport &report, bool dryRun)
{
    if (dryRun) {
        Table table;
        for (qsizetype i = 0; i < mapping.size(); ++i)
            table.row({csv.columns()[i].name, mapping[i].isEmpty() ? Words::leftOut() : mapping[i]});
        context.out(table.text());
    }
    context.line(Words::headline(report, dryRun));
    context.line(Words::counts(report));
    for (const orders::CsvProblem &problem : report.problems.mid(0, shownProblems))
        context.line(QStringLiteral("- %1: %2").arg(Words::place(problem), describe(problem.error).message));
    if (report.failed > shownProblems)
        context.line(Words::moreProblems(report.failed - shownProblems));
}

} // namespace

void addTableOptions(QCommandLineParser &parser)
{
    parser.addOption({columnOption, Words::columnDescription(), QStringLiteral("COLUMN=FIELD")});
    parser.addOption({dryRunOption, Words::dryRunDescription()});
}

bool hasTableOptions(const QCommandLineParser &options)
{
    return options.isSet(columnOption) || options.isSet(dryRunOption);
}

Result<OrderFileForm> orderFileForm(const QString &path)
{
    PFX_ASSIGN(const auto file, formats::SourceFile::open(path));
    PFX_ASSIGN(const auto form, formats::recognise(*file));
    return form == formats::FileForm::Json ? OrderFileForm::Json : OrderFileForm::Table;
}

Result<Exit> addOrderTable(Context &context, const QString &path, const QCommandLineParser &options)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto settings, settings::Settings::load(*db));
    PFX_ASSIGN(auto statuses, orders::readStatusNames(settings.map(QStringLiteral("orders.statuses"))));
    base::StopSource stop;
    PFX_ASSIGN(const auto csv, OrderCsv::open(path, std::move(statuses), stop.get_token()));
    PFX_ASSIGN(const CsvMapping mapping, mappingOf(*csv, options.values(columnOption)));
    exchange::Bell nobody; // other programs find the rows by looking
    exchange::Outbox outbox(context.clock(), nobody);
    PFX_ASSIGN(auto book, orders::openBook(*db, outbox, context.clock(), QProcessEnvironment::systemEnvironment()));
    const bool dryRun = options.isSet(dryRunOption);
    context.stopSignal().watch([&stop] { stop.request_stop(); });
    const auto progress = [&context](qint64 rows) { context.progress(Words::rows(rows)); };
    const auto report = dryRun ? csv->preview(*db, mapping, stop.get_token(), progress)
                               : csv->add(store->writer(), book, mapping, stop.get_token(), progress);
    context.stopSignal().forget();
    context.progress(QString());
    if (!report)
        return base::fail(report.error());
    if (context.json())
        context.out(jsonOf(*csv, mapping, *report, dryRun));
    else
        print(context, *csv, mapping, *report, dryRun);
    if (report->end == orders::CsvEnd::Stopped)
        return Exit::Stopped;
    return report->failed > 0 ? Exit::SomeFailed : Exit::Done;
}

} // namespace pfx::ctl
