// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/import_session.h"

#include "core/migration/deciders.h"
#include "core/migration/earlier_rows.h"
#include "core/migration/runs.h"

namespace pfx::migration {

using base::ErrorCode;
using base::Result;
using records::Position;
using records::Section;
using store::Connection;

namespace {

constexpr int reportedProblems = 1000;

} // namespace

Result<void> ImportSession::prepareStore()
{
    if (!isDry()) {
        // Left by a run that was broken off while another program had the store open. No other import is at work now.
        return crm::finishBulkLoadInSteps(writer(), [this]() -> Result<base::StopToken> {
            PFX_TRY(m_control.checkpoint());
            return m_control.interruption();
        });
    }
    PFX_ASSIGN(m_temporary, store::Store::temporary(m_clock));
    return m_temporary->writer().run([this](Connection &db) -> Result<void> {
        PFX_ASSIGN(m_below, m_store.connect());
        return copyBasics(*m_below, db);
    });
}

Result<void> ImportSession::prepareBooks(Connection &db, qint64 defaultEmployee, RowLog &log)
{
    PFX_ASSIGN(m_account, crm::originAccount(db, m_run.options.system, m_run.report.account));
    PFX_ASSIGN(m_owners, OwnerBook::make(db, m_run.options.mapping, defaultEmployee));
    m_pipelines = std::make_unique<PipelineBook>(m_run.options, m_account);
    PFX_TRY(m_pipelines->load(db));
    PFX_TRY(m_pipelines->chooseTarget(db, log));
    return m_pipelines->write(db);
}

Result<void> ImportSession::begin(qint64 defaultEmployee)
{
    PFX_TRY(prepareStore());
    PFX_TRY(learnKeys());
    m_run.report.startedAt = m_clock.nowMs();
    const auto insertRun = [this](Connection &db) -> Result<void> {
        PFX_ASSIGN(m_run.report.run, db.reserveIds(QStringLiteral("import_runs"), 1));
        PFX_TRY(m_hold.claim(m_run.report.run)); // before anybody can see it
        return run_table::insert(db, m_run);
    };
    if (isDry())
        PFX_TRY(writer().run(insertRun));
    auto counters = m_run.counters();
    std::optional<RowLog> log;
    const auto first = [&](Connection &db) -> Result<void> {
        if (isDry())
            PFX_TRY(run_table::insert(db, m_run));
        else
            PFX_TRY(insertRun(db));
        log.emplace(m_run.report.run, m_run.checkpoint.nextRow, m_run.checkpoint.nextProblem, counters);
        PFX_TRY(prepareBooks(db, defaultEmployee, *log));
        warnOfSections(*log);
        PFX_TRY(log->write(db));
        PFX_ASSIGN(m_load, beginLoad(db));
        m_run.checkpoint.account = isDry() ? 0 : m_account;
        m_run.checkpoint.nextRow = log->nextRow();
        m_run.checkpoint.nextProblem = log->nextProblem();
        m_run.setCounters(counters);
        return run_table::saveProgress(db, m_run);
    };
    if (const auto decided = decisions().run(first); !decided) {
        if (isDry())
            // Its row stands in the store already.
            (void)(decided.error().code == ErrorCode::Cancelled ? changeState(RunState::Stopped) : changeState(RunState::Failed, decided.error()));
        return base::fail(decided.error());
    }
    if (isDry())
        PFX_TRY(writer().run([&](Connection &db) { return log->write(db, RowLog::Entities::Hide); }));
    return learnEmployees();
}

Result<void> ImportSession::continueFrom(qint64 defaultEmployee)
{
    PFX_TRY(prepareStore());
    PFX_TRY(learnKeys());
    PFX_TRY(rememberEarlierRows());
    m_run.report.state = RunState::Running;
    m_run.report.error.reset();
    m_run.report.finishedAt = 0;
    m_elapsedBefore = m_run.report.elapsedMs;
    if (isDry()) {
        // What a dry run had decided went with its temporary store: it begins again.
        m_run.checkpoint = {};
        m_run.setCounters({});
        m_elapsedBefore = 0;
        const auto clear = [this](Connection &db) -> Result<void> {
            PFX_TRY(run_table::clearReport(db, m_run.report.run));
            return run_table::saveProgress(db, m_run);
        };
        PFX_TRY(writer().run(clear));
    }
    auto counters = m_run.counters();
    std::optional<RowLog> log;
    const auto first = [&](Connection &db) -> Result<void> {
        if (isDry())
            PFX_TRY(run_table::insert(db, m_run));
        log.emplace(m_run.report.run, m_run.checkpoint.nextRow, m_run.checkpoint.nextProblem, counters);
        PFX_TRY(prepareBooks(db, defaultEmployee, *log));
        if (isDry())
            warnOfSections(*log); // it begins again
        PFX_TRY(log->write(db));
        m_run.checkpoint.nextRow = log->nextRow();
        m_run.checkpoint.nextProblem = log->nextProblem();
        m_run.setCounters(counters);
        PFX_ASSIGN(m_load, beginLoad(db));
        return isDry() ? Result<void>() : run_table::saveState(db, m_run);
    };
    PFX_TRY(decisions().run(first));
    if (isDry()) {
        const auto copy = [&](Connection &db) -> Result<void> {
            PFX_TRY(log->write(db, RowLog::Entities::Hide));
            return run_table::saveState(db, m_run);
        };
        PFX_TRY(writer().run(copy));
    }
    PFX_TRY(learnEmployees());
    return learnPipelines();
}

/// An empty store that nobody reads is filled without its secondary indexes; the keys in memory answer what they would. A dry run's
/// temporary store counts as empty when the one below it is: else its origins would have to be read without an index.
Result<crm::BulkLoad> ImportSession::beginLoad(Connection &db)
{
    if (isDry()) {
        PFX_ASSIGN(const qint64 below, crm::keyCount(*m_below));
        return below == 0 ? crm::beginBulkLoad(db) : crm::BulkLoad::Off;
    }
    return m_use == StoreUse::Exclusive && !m_store.usedByOthers() ? crm::beginBulkLoad(db) : crm::BulkLoad::Off;
}

/// Minutes after the first job as well as seconds before it the answer is the same: who else writes keys (an import, an undo, a hand-over)
/// wants loadLock, which the importer holds.
Result<void> ImportSession::learnKeys()
{
    const qint64 rows = m_info.companies + m_info.contacts + m_info.deals;
    if (isDry())
        return m_temporary->writer().run([&](Connection &db) { return m_known.load(db, m_below.get(), rows, m_control.token()); });
    PFX_ASSIGN(const auto db, m_store.connect());
    return m_known.load(*db, nullptr, rows, m_control.token());
}

/// A dry run has nothing to remember: it begins again.
Result<void> ImportSession::rememberEarlierRows()
{
    if (isDry())
        return {};
    PFX_ASSIGN(const auto db, m_store.connect());
    PFX_ASSIGN(m_titlesSeen, titlesOfRun(*db, m_run.report.run, m_control.token()));
    PFX_ASSIGN(m_refused, refusedRowsOfRun(*db, m_run.report.run, m_control.token()));
    return {};
}

/// A temporary store goes as it is; in a real one the indexes are built step by step, each of which can be the last for now: whoever opens
/// the store next builds the rest.
Result<void> ImportSession::buildIndexes()
{
    m_known = KnownKeys(); // no more look-ups; sorting the indexes wants the memory
    if (isDry())
        return {};
    m_progress.enter(Phase::Finishing);
    m_progress.last(m_run); // nothing else is told while they are built
    return crm::finishBulkLoadInSteps(writer(), [this]() -> Result<base::StopToken> {
        PFX_TRY(waitWhilePaused());
        return m_control.interruption();
    });
}

/// They belong to no row.
void ImportSession::warnOfSections(RowLog &log) const
{
    for (const records::UnknownSection &section : m_info.unknownSections) {
        Problem problem;
        problem.place = section.key;
        problem.code = ProblemCode::SectionUnknown;
        problem.arguments = {QStringLiteral("%1 (%2)").arg(section.key).arg(section.count)};
        log.warnAbout(std::move(problem));
    }
}

Result<void> ImportSession::learnEmployees()
{
    m_progress.enter(Phase::Employees);
    Position from;
    for (bool last = false; !last;) {
        PFX_ASSIGN(const auto batch, m_source.read(Section::Employees, from, 1000, m_control.token()));
        for (const records::SourceItem &item : batch.items) {
            if (const auto *employee = std::get_if<records::Employee>(&item.content))
                m_owners.learn(*employee);
        }
        from = batch.next;
        last = batch.last;
    }
    m_progress.finishPhase(Phase::Employees);
    return {};
}

/// What earlier batches told of stages is only in the source: names and meanings for mappings and for the chosen pipeline.
Result<void> ImportSession::learnPipelines()
{
    Position from;
    const bool within = m_run.checkpoint.section == Section::Pipelines;
    const qint64 until = within ? m_run.checkpoint.position.row : std::numeric_limits<qint64>::max();
    for (bool last = false; !last && from.row < until;) {
        const int rows = static_cast<int>(std::min<qint64>(1000, until - from.row));
        PFX_ASSIGN(const auto batch, m_source.read(Section::Pipelines, from, rows, m_control.token()));
        for (const records::SourceItem &item : batch.items) {
            if (const auto *pipeline = std::get_if<records::Pipeline>(&item.content))
                m_pipelines->learn(*pipeline);
        }
        from = batch.next;
        last = batch.last;
    }
    return {};
}

QVector<Section> ImportSession::sectionsLeft() const
{
    QVector<Section> left;
    for (const Section section : {Section::Pipelines, Section::Companies, Section::Contacts, Section::Deals}) {
        if (section >= m_run.checkpoint.section)
            left.append(section);
    }
    return left;
}

Result<void> ImportSession::end(const Result<void> &result)
{
    if (result)
        return changeState(RunState::Finished);
    return result.error().code == ErrorCode::Cancelled ? changeState(RunState::Stopped) : changeState(RunState::Failed, result.error());
}

Result<RunReport> ImportSession::work()
{
    const Result<void> result = runBatches();
    const Result<void> saved = end(result);
    if (!saved && saved.error() == store::lockLost()) {
        setState(RunState::Stopped, saved.error());
        (void)m_hold.saveStopped(m_run); // else whoever looks sees that nobody is at work on it
    } else if (!saved && (result || result.error().code == ErrorCode::Cancelled)) {
        return base::fail(saved.error());
    } else if (!saved) {
        m_run.report.error = result.error(); // the store that cannot be written is the reason itself
    }
    m_progress.last(m_run);
    if (m_temporary)
        (void)m_temporary->writer().run([this](Connection &) -> Result<void> {
            m_below.reset();
            return {};
        });
    RunReport report = m_run.report;
    report.problemCount = m_run.checkpoint.nextProblem - 1;
    if (const auto db = m_store.connect()) {
        if (auto problems = runs::problems(**db, {.run = report.run, .limit = reportedProblems}))
            report.problems = std::move(*problems);
    }
    return report;
}

Result<void> ImportSession::runBatches()
{
    store::Writer &pace = writer();
    BatchReader reader(m_source, Preparer(FieldMap(m_run.options.mapping, m_info.fields)), sectionsLeft(), m_run.checkpoint.position,
                       [&pace] { return pace.advisedBatchRows(); });
    for (const Section done : {Section::Pipelines, Section::Companies, Section::Contacts, Section::Deals}) {
        if (done < m_run.checkpoint.section)
            m_progress.finishPhase(phaseOf(done));
    }
    std::optional<Section> entered;
    for (;;) {
        PFX_TRY(waitWhilePaused());
        PFX_ASSIGN(auto batch, reader.take(m_control.token()));
        if (!batch)
            return buildIndexes();
        if (entered != batch->section) {
            entered = batch->section;
            m_progress.enter(phaseOf(batch->section));
        }
        PFX_ASSIGN(store::RowBlock rows, writeBatch(*batch));
        m_progress.setDone(phaseOf(batch->section), batch->next.row);
        if (batch->last)
            m_progress.finishPhase(phaseOf(batch->section));
        m_progress.update(m_run);
        reader.discard(std::move(rows));
        reader.discard(std::move(*batch));
    }
}

Result<void> ImportSession::waitWhilePaused()
{
    if (!m_control.isPaused())
        return m_control.checkpoint();
    PFX_TRY(changeState(RunState::Paused));
    m_progress.last(m_run);
    PFX_TRY(m_control.checkpoint());
    PFX_TRY(changeState(RunState::Running));
    m_progress.last(m_run);
    return {};
}

Result<void> ImportSession::decide(Connection &db, PreparedBatch &batch, RowLog &log)
{
    if (m_load == crm::BulkLoad::On && !m_known.isComplete()) {
        // More keys than memory is given to: from here on the indexes answer.
        PFX_TRY(crm::finishBulkLoad(db, m_control.token()));
        m_load = crm::BulkLoad::Off;
    }
    Workspace space(db, m_below.get(), m_known);
    BatchContext context{space,     m_run.options, m_owners,         *m_pipelines, m_titlesSeen,
                         m_refused, log,           m_run.report.run, m_account,    m_clock.nowMs(), m_control.token(),
                         m_load == crm::BulkLoad::On};
    switch (batch.section) {
    case Section::Employees:
        return {};
    case Section::Pipelines:
        for (const PreparedItem &item : batch.items) {
            PFX_TRY(context.mayGoOn());
            if (const auto *pipeline = std::get_if<records::Pipeline>(&item.content))
                PFX_TRY(m_pipelines->take(db, *pipeline, item.place, log, m_control.token()));
            else if (const auto *error = std::get_if<base::Error>(&item.content))
                failUnreadable(log, item, records::Kind::Pipeline, *error);
        }
        return m_pipelines->write(db);
    case Section::Companies:
        return decideCompanies(context, batch.items);
    case Section::Contacts:
        return decideContacts(context, batch.items);
    case Section::Deals:
        return decideDeals(context, batch.items);
    }
    return {};
}

Result<store::RowBlock> ImportSession::writeBatch(PreparedBatch &batch)
{
    auto counters = m_run.counters();
    RowLog log(m_run.report.run, m_run.checkpoint.nextRow, m_run.checkpoint.nextProblem, counters, batch.items.size());
    RunRecord next = m_run;
    const auto advance = [&] {
        next.checkpoint.section = batch.section;
        next.checkpoint.position = batch.next;
        if (batch.last && batch.section != Section::Deals) {
            next.checkpoint.section = static_cast<Section>(static_cast<int>(batch.section) + 1);
            next.checkpoint.position = {};
        }
        next.checkpoint.nextRow = log.nextRow();
        next.checkpoint.nextProblem = log.nextProblem();
        next.setCounters(counters);
        next.report.elapsedMs = m_elapsedBefore + m_progress.elapsedMs();
    };
    const auto write = [&](Connection &db) -> Result<void> {
        PFX_TRY(decide(db, batch, log));
        advance();
        PFX_TRY(log.write(db));
        return run_table::saveProgress(db, next);
    };
    PFX_TRY(decisions().runResumable(write));
    if (isDry()) {
        const auto copy = [&](Connection &db) -> Result<void> {
            PFX_TRY(log.write(db, RowLog::Entities::Hide));
            return run_table::saveProgress(db, next);
        };
        PFX_TRY(writer().runResumable(copy));
    }
    m_run = std::move(next);
    m_progress.addProblems(log.problems());
    return log.takeRows();
}

void ImportSession::setState(RunState state, std::optional<base::Error> error)
{
    m_run.report.state = state;
    m_run.report.error = std::move(error);
    m_run.report.elapsedMs = m_elapsedBefore + m_progress.elapsedMs();
    const bool over = state == RunState::Finished || state == RunState::Stopped || state == RunState::Failed;
    m_run.report.finishedAt = over ? m_clock.nowMs() : 0;
}

Result<void> ImportSession::changeState(RunState state, std::optional<base::Error> error)
{
    setState(state, std::move(error));
    return writer().run([this](Connection &db) { return run_table::saveState(db, m_run); });
}

} // namespace pfx::migration
