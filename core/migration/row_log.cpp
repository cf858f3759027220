// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/row_log.h"

#include "core/migration/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace pfx::migration {

using records::Kind;
using store::orNull;

namespace {

constexpr qsizetype shownProblems = 20;
constexpr qint64 mostWarnings = 100; // of one row
constexpr size_t entityColumn = 7; // in rowColumns()

QStringList rowColumns()
{
    return {QStringLiteral("run_id"),   QStringLiteral("row_no"), QStringLiteral("kind"),      QStringLiteral("external_id"),
            QStringLiteral("place"),    QStringLiteral("decision"), QStringLiteral("reason"),  QStringLiteral("entity_id"),
            QStringLiteral("version"),  QStringLiteral("title"),  QStringLiteral("detail"),    QStringLiteral("before"),
            QStringLiteral("raw")};
}

QStringList problemColumns()
{
    return {QStringLiteral("run_id"), QStringLiteral("problem_no"), QStringLiteral("row_no"),   QStringLiteral("kind"),
            QStringLiteral("external_id"), QStringLiteral("place"), QStringLiteral("severity"), QStringLiteral("code"),
            QStringLiteral("arguments")};
}

store::Value textOrNull(const QByteArray &utf8)
{
    return utf8.isEmpty() ? store::Value() : store::Value(QString::fromUtf8(utf8));
}

} // namespace

Counters &RunCounters::of(Kind kind)
{
    switch (kind) {
    case Kind::Pipeline:
        return pipelines;
    case Kind::Stage:
        return stages;
    case Kind::Company:
        return companies;
    case Kind::Deal:
        return deals;
    default:
        return contacts;
    }
}

Counters RunCounters::total() const
{
    RunReport report;
    report.contacts = contacts;
    report.companies = companies;
    report.deals = deals;
    report.pipelines = pipelines;
    report.stages = stages;
    return report.total();
}

QByteArray RunCounters::toJson() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("contacts"), json::object(contacts)},
                                     {QStringLiteral("companies"), json::object(companies)},
                                     {QStringLiteral("deals"), json::object(deals)},
                                     {QStringLiteral("pipelines"), json::object(pipelines)},
                                     {QStringLiteral("stages"), json::object(stages)}})
        .toJson(QJsonDocument::Compact);
}

RunCounters RunCounters::fromJson(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const auto at = [&object](const char *key) { return json::counters(object.value(QLatin1String(key)).toObject()); };
    return {at("contacts"), at("companies"), at("deals"), at("pipelines"), at("stages")};
}

RowLog::RowLog(qint64 run, qint64 nextRow, qint64 nextProblem, RunCounters &counters, size_t rows)
    : m_run(run), m_nextRow(nextRow), m_nextProblem(nextProblem), m_counters(counters)
{
    m_rows.table = QStringLiteral("import_rows");
    m_rows.columns = rowColumns();
    m_rows.cells.reserve(rows * static_cast<size_t>(m_rows.columns.size()));
    m_rowProblems.table = QStringLiteral("import_problems");
    m_rowProblems.columns = problemColumns();
}

qint64 RowLog::add(LoggedRow row, Counting counting)
{
    countLeftOut(row);
    const qint64 rowNo = m_nextRow++;
    if (counting == Counting::Counted) {
        Counters &counters = m_counters.of(row.kind);
        ++counters.read;
        ++(row.decision == Decision::Created   ? counters.created
           : row.decision == Decision::Updated ? counters.updated
           : row.decision == Decision::Skipped ? counters.skipped
                                               : counters.failed);
    }
    const RowDetail detail{std::move(row.summary), std::move(row.arguments), row.matchedId, std::move(row.differences), row.originAdded};
    m_rows.cells.emplace_back(m_run);
    m_rows.cells.emplace_back(rowNo);
    m_rows.cells.emplace_back(records::name(row.kind));
    m_rows.cells.push_back(orNull(row.externalId));
    m_rows.cells.push_back(orNull(row.place));
    m_rows.cells.emplace_back(name(row.decision));
    m_rows.cells.emplace_back(name(row.reason));
    m_rows.cells.push_back(store::idOrNull(row.entityId));
    m_rows.cells.push_back(store::idOrNull(row.version));
    m_rows.cells.push_back(orNull(row.title));
    m_rows.cells.push_back(orNull(detail.toJson()));
    m_rows.cells.push_back(textOrNull(row.before));
    m_rows.cells.push_back(textOrNull(row.decision == Decision::Failed || row.keepRaw ? row.raw : QByteArray()));
    return rowNo;
}

void RowLog::warn(Problem problem)
{
    if (problem.severity == Severity::Warning && ++m_warnings > mostWarnings)
        return;
    problem.rowNo = m_nextRow;
    warnAbout(std::move(problem));
}

void RowLog::countLeftOut(const LoggedRow &row)
{
    const qint64 leftOut = std::exchange(m_warnings, 0) - mostWarnings;
    if (leftOut <= 0)
        return;
    Problem problem;
    problem.kind = row.kind;
    problem.externalId = row.externalId;
    problem.place = row.place;
    problem.code = ProblemCode::MoreWarnings;
    problem.arguments = {QString::number(leftOut)};
    problem.rowNo = m_nextRow;
    warnAbout(std::move(problem));
}

void RowLog::warnAbout(Problem problem)
{
    m_rowProblems.cells.emplace_back(m_run);
    m_rowProblems.cells.emplace_back(m_nextProblem++);
    m_rowProblems.cells.emplace_back(problem.rowNo);
    m_rowProblems.cells.emplace_back(records::name(problem.kind));
    m_rowProblems.cells.push_back(orNull(problem.externalId));
    m_rowProblems.cells.push_back(orNull(problem.place));
    m_rowProblems.cells.emplace_back(name(problem.severity));
    m_rowProblems.cells.emplace_back(name(problem.code));
    m_rowProblems.cells.push_back(orNull(json::array(problem.arguments)));
    if (m_problems.size() == shownProblems)
        m_problems.removeFirst();
    m_problems.append(std::move(problem));
}

void RowLog::fail(LoggedRow row, ProblemCode code, Reason reason, QStringList arguments)
{
    Problem problem;
    problem.kind = row.kind;
    problem.externalId = row.externalId;
    problem.place = row.place;
    problem.severity = Severity::Error;
    problem.code = code;
    problem.arguments = arguments;
    warn(std::move(problem));
    row.decision = Decision::Failed;
    row.reason = reason;
    row.arguments = std::move(arguments);
    add(std::move(row));
}

base::Result<void> RowLog::write(store::Connection &db, Entities entities)
{
    if (entities == Entities::Hide) {
        const auto width = static_cast<size_t>(m_rows.columns.size());
        for (size_t at = entityColumn; at < m_rows.cells.size(); at += width)
            m_rows.cells[at] = store::Value();
    }
    if (!m_rows.cells.empty())
        PFX_TRY(db.insert(m_rows));
    if (!m_rowProblems.cells.empty())
        PFX_TRY(db.insert(m_rowProblems));
    return {};
}

QString RowDetail::toJson() const
{
    QString out;
    const auto key = [&out](QLatin1String name) {
        out += QLatin1Char(out.isEmpty() ? '{' : ',');
        out += name;
    };
    if (!summary.isEmpty()) {
        out.reserve(summary.size() + 16);
        key(QLatin1String("\"summary\":"));
        json::appendString(out, summary);
    }
    if (!arguments.isEmpty()) {
        key(QLatin1String("\"arguments\":"));
        out += json::array(arguments);
    }
    if (matchedId != 0) {
        key(QLatin1String("\"matched\":"));
        out += QString::number(matchedId);
    }
    if (!differences.isEmpty()) {
        key(QLatin1String("\"differences\":"));
        out += QLatin1Char('[');
        for (qsizetype i = 0; i < differences.size(); ++i) {
            if (i > 0)
                out += QLatin1Char(',');
            out += json::array({differences[i].field, differences[i].before, differences[i].after});
        }
        out += QLatin1Char(']');
    }
    if (originAdded)
        key(QLatin1String("\"origin_added\":true"));
    if (!out.isEmpty())
        out += QLatin1Char('}');
    return out;
}

RowDetail RowDetail::fromJson(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    RowDetail detail;
    detail.summary = object.value(QStringLiteral("summary")).toString();
    const QJsonArray arguments = object.value(QStringLiteral("arguments")).toArray();
    for (const QJsonValue &argument : arguments)
        detail.arguments.append(argument.toString());
    detail.matchedId = object.value(QStringLiteral("matched")).toInteger();
    const QJsonArray differences = object.value(QStringLiteral("differences")).toArray();
    for (const QJsonValue &entry : differences) {
        const QJsonArray parts = entry.toArray();
        detail.differences.append({parts.at(0).toString(), parts.at(1).toString(), parts.at(2).toString()});
    }
    detail.originAdded = object.value(QStringLiteral("origin_added")).toBool();
    return detail;
}

} // namespace pfx::migration
