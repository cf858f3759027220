// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failing_store.h"

namespace pfx::test {

using base::Result;

Result<void> FailurePlan::step(const QString &what)
{
    if (++m_calls == m_failAt)
        return base::fail(m_code, QStringLiteral("planned failure of call %1").arg(m_failAt.load()), what);
    return {};
}

void FailurePlan::restart(int failAt)
{
    m_calls = 0;
    m_failAt = failAt;
}

Result<store::Rows> FailingConnection::select(const QString &sql, const store::Params &params)
{
    PFX_TRY(m_plan.step(sql));
    return m_inner.select(sql, params);
}

Result<void> FailingConnection::forEach(const QString &sql, const store::Params &params,
                                        const std::function<Result<void>(const store::Row &)> &each)
{
    PFX_TRY(m_plan.step(sql));
    return m_inner.forEach(sql, params, each);
}

Result<qint64> FailingConnection::execute(const QString &sql, const store::Params &params)
{
    PFX_TRY(m_plan.step(sql));
    return m_inner.execute(sql, params);
}

Result<qint64> FailingConnection::executeLong(const QString &sql, const base::StopToken &stop)
{
    PFX_TRY(m_plan.step(sql));
    return m_inner.executeLong(sql, stop);
}

Result<void> FailingConnection::executeMany(const QString &sql, const std::vector<store::Params> &sets)
{
    PFX_TRY(m_plan.step(sql));
    return m_inner.executeMany(sql, sets);
}

Result<void> FailingConnection::insert(const store::RowBlock &rows, store::OnConflict onConflict)
{
    PFX_TRY(m_plan.step(rows.table));
    return m_inner.insert(rows, onConflict);
}

Result<qint64> FailingConnection::reserveIds(const QString &table, qint64 count)
{
    PFX_TRY(m_plan.step(table));
    return m_inner.reserveIds(table, count);
}

Result<void> FailingConnection::begin()
{
    PFX_TRY(m_plan.step(QStringLiteral("begin")));
    return m_inner.begin();
}

Result<void> FailingConnection::commit()
{
    PFX_TRY(m_plan.step(QStringLiteral("commit")));
    return m_inner.commit();
}

store::Writer::Job FailingWriter::wrap(Job job)
{
    return [job = std::move(job), &plan = m_plan](store::Connection &db) -> Result<void> {
        FailingConnection counted(db, plan);
        PFX_TRY(job(counted));
        return plan.step(QStringLiteral("commit"));
    };
}

Result<std::unique_ptr<store::Connection>> FailingStore::connect()
{
    PFX_TRY(m_plan.step(QStringLiteral("connect")));
    PFX_ASSIGN(auto inner, m_inner.connect());
    return std::make_unique<FailingConnection>(std::move(inner), m_plan);
}

store::Writer &FailingStore::writer()
{
    if (!m_writer)
        m_writer = std::make_unique<FailingWriter>(m_inner.writer(), m_plan);
    return *m_writer;
}

} // namespace pfx::test
