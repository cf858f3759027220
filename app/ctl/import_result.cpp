// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_result.h"

#include "app/ctl/failure.h"
#include "app/ctl/json_import.h"
#include "app/ctl/table.h"
#include "core/texts/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pfx::ctl {

using base::Result;
using migration::Counters;
using migration::ImportProgress;
using migration::ProblemCode;
using migration::RunReport;
using migration::RunState;

namespace {

constexpr qsizetype shownProblems = 20;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)

public:
    static QString progress(const ImportProgress &now)
    {
        const QLocale locale;
        QString text = QStringLiteral("%1: %2 / %3").arg(texts::text(now.phase), locale.toString(now.done), locale.toString(now.total));
        if (now.rowsPerSecond >= 1)
            text += QStringLiteral(", ") + tr("%1 a second").arg(locale.toString(qRound64(now.rowsPerSecond)));
        if (now.leftMs)
            text += QStringLiteral(", ") + tr("%n second(s) left", nullptr, static_cast<int>(std::min<qint64>(*now.leftMs / 1000, 1'000'000)));
        return text;
    }

    static QString headline(const RunReport &report)
    {
        switch (report.state) {
        case RunState::Finished:
            return report.dryRun ? tr("Dry run finished: nothing was written") : tr("Import finished");
        case RunState::Undone:
            return tr("Import undone");
        case RunState::Failed:
            return tr("Import failed");
        case RunState::Stopped:
        case RunState::Paused:
            if (report.undoBegun)
                return tr("Undo stopped; to go on: pfxctl import undo %1").arg(report.run);
            return tr("Import stopped; to go on: pfxctl import resume %1").arg(report.run);
        case RunState::Running:
            return report.undoBegun ? tr("Undo is running") : tr("Import is running");
        }
        return {};
    }

    static QString undoStopped() { return tr("Undo stopped"); }

    static QString table(const RunReport &report)
    {
        Table table;
        table.row({QString(), tr("read"), tr("created"), tr("updated"), tr("skipped"), tr("failed")});
        const auto row = [&table](const QString &name, const Counters &counters) {
            table.row({name, QString::number(counters.read), QString::number(counters.created), QString::number(counters.updated),
                       QString::number(counters.skipped), QString::number(counters.failed)});
        };
        row(tr("Contacts"), report.contacts);
        row(tr("Companies"), report.companies);
        row(tr("Deals"), report.deals);
        row(tr("Pipelines"), report.pipelines);
        row(tr("Stages"), report.stages);
        return table.text();
    }

    static QString moreProblems(qint64 count, qint64 run)
    {
        return tr("… and %n more: pfxctl import show %1 --json", nullptr, static_cast<int>(std::min<qint64>(count, 1'000'000'000))).arg(run);
    }

    static QString runNumber(qint64 run) { return tr("Run %1").arg(run); }
};

/// The first kinds of problems, each with the number of its repetitions: thousands of rows can have the same one.
QVector<std::pair<QString, qint64>> sameProblemsTogether(const QVector<migration::Problem> &problems)
{
    QVector<std::pair<QString, qint64>> together;
    QHash<QString, qsizetype> places;
    for (const migration::Problem &problem : problems) {
        const QString words = texts::text(problem);
        if (const auto place = places.constFind(words); place != places.constEnd()) {
            ++together[*place].second;
        } else if (together.size() < shownProblems) {
            places.insert(words, together.size());
            together.append({words, 1});
        }
    }
    return together;
}

void printForPeople(Context &context, const RunReport &report)
{
    context.line(Words::headline(report));
    if (report.error) {
        const texts::ErrorText text = describe(*report.error);
        context.line(text.message);
        context.line(text.advice);
    }
    if (report.run != 0)
        context.line(Words::runNumber(report.run));
    context.out(Words::table(report));
    qint64 left = std::max<qint64>(report.problemCount, report.problems.size());
    for (const auto &[words, count] : sameProblemsTogether(report.problems)) {
        context.line(QStringLiteral("- ") + words + (count > 1 ? QStringLiteral(" (×%1)").arg(count) : QString()));
        left -= count;
    }
    if (left > 0)
        context.line(Words::moreProblems(left, report.run));
}

} // namespace

QString stateOf(const RunReport &report)
{
    if (report.dryRun && report.state == RunState::Finished)
        return Words::headline(report);
    return report.undoBegun && report.state == RunState::Stopped ? Words::undoStopped() : texts::text(report.state);
}

void printReport(Context &context, const RunReport &report)
{
    if (!context.json()) {
        printForPeople(context, report);
        return;
    }
    JsonWriter json;
    json::write(json, report);
    context.out(json.take() + '\n');
}

Exit exitOf(const RunReport &report)
{
    switch (report.state) {
    case RunState::Stopped:
    case RunState::Paused:
    case RunState::Running:
        return Exit::Stopped;
    case RunState::Failed:
        return Exit::Failed;
    case RunState::Undone: {
        const auto leftAlone = [](const migration::Problem &problem) { return problem.code == ProblemCode::ChangedSince; };
        return std::any_of(report.problems.cbegin(), report.problems.cend(), leftAlone) ? Exit::SomeFailed : Exit::Done;
    }
    case RunState::Finished:
        break;
    }
    return report.total().failed > 0 ? Exit::SomeFailed : Exit::Done;
}

Result<Exit> runImport(Context &context, const ImportJob &job)
{
    migration::RunControl control;
    context.stopSignal().watch([&control] { control.stop(); }); // the opening can last as well
    const auto store = context.store(control.token());
    auto report = store ? job(**store, control, [&context](const ImportProgress &now) { context.progress(Words::progress(now)); })
                        : base::fail(store.error().code == base::ErrorCode::Cancelled ? migration::nothingBegun() : store.error());
    context.stopSignal().forget();
    context.progress(QString());
    if (!report)
        return base::fail(std::move(report).error());
    printReport(context, *report);
    return exitOf(*report);
}

} // namespace pfx::ctl
