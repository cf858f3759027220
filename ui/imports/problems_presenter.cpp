// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/problems_presenter.h"

namespace pfx::ui {

using migration::ProblemCode;

static constexpr int kPage = 200;
static constexpr int kFewLines = 50;
static constexpr qint64 kMostCounted = 100'000;

qint64 ProblemsState::all() const
{
    qint64 sum = 0;
    for (const auto &[code, count] : counts)
        sum += count;
    return sum;
}

ProblemsPresenter::ProblemsPresenter(ImportService &service, Which which, QObject *parent)
    : QObject(parent), m_service(service), m_which(which)
{}

std::optional<migration::Severity> ProblemsPresenter::severity() const
{
    return m_which == Which::Warnings ? std::optional(migration::Severity::Warning) : std::nullopt;
}

void ProblemsPresenter::show(qint64 run)
{
    m_state = ProblemsState();
    m_state.run = run;
    ++m_countsQuestion;
    emit changed();
    if (run != 0) {
        // The list below asks anew with each filter: that must not make the answer to this question a stale one.
        m_service.problemCounts(this, run, severity(), [this, question = m_countsQuestion](base::Result<ImportService::ProblemCounts> counts) {
            if (question != m_countsQuestion)
                return;
            if (!counts) {
                emit failed(counts.error());
                return;
            }
            m_state.counts = std::move(*counts);
            emit changed();
        });
    }
    reload();
}

void ProblemsPresenter::setReason(std::optional<ProblemCode> reason)
{
    if (reason == m_state.reason)
        return;
    m_state.reason = reason;
    emit changed();
    reload();
}

void ProblemsPresenter::reload()
{
    ++m_question;
    m_state.lines.clear();
    m_state.more = m_state.run != 0;
    m_last = m_read = 0;
    m_asking = false;
    emit linesReset();
    fetchMore();
}

void ProblemsPresenter::fetchMore()
{
    if (!m_state.more || m_asking)
        return;
    m_asking = true;
    m_service.problems(this, {m_state.run, severity(), m_state.reason, m_last, kPage},
                       [this, question = m_question](base::Result<QVector<migration::Problem>> problems) {
                           if (question != m_question)
                               return;
                           m_asking = false;
                           if (!problems) {
                               m_state.more = false;
                               emit failed(problems.error());
                               return;
                           }
                           add(*problems);
                           // Where many problems became few lines there is nothing to scroll: the next page would never be asked for.
                           if (m_state.lines.size() < kFewLines && m_read < kMostCounted)
                               fetchMore();
                       });
}

void ProblemsPresenter::add(const QVector<migration::Problem> &problems)
{
    m_state.more = problems.size() == kPage;
    for (const migration::Problem &problem : problems) {
        m_last = problem.number;
        ++m_read;
        const ProblemLines::Place place = m_state.lines.add(problem);
        emit place.isNew ? lineAdded(place.line) : lineChanged(place.line);
    }
    for (int line = 0; !m_state.more && line < m_state.lines.size(); ++line) { // now their counts are the whole ones
        if (m_state.lines.at(line).count > 1)
            emit lineChanged(line);
    }
    emit pageAdded();
    emit changed();
}

} // namespace pfx::ui
