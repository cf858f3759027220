// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/exchange_fixture.h"

namespace pfx::test {

using base::Result;

void CountingRemote::have(const exchange::Job &job)
{
    const std::lock_guard lock(m_mutex);
    ++m_times[job.naturalKey];
    m_keys.append(job.naturalKey);
}

int CountingRemote::timesOf(const QString &key) const
{
    const std::lock_guard lock(m_mutex);
    return m_times.value(key);
}

QStringList CountingRemote::keys() const
{
    const std::lock_guard lock(m_mutex);
    return m_keys;
}

int CountingRemote::most() const
{
    const std::lock_guard lock(m_mutex);
    int most = 0;
    for (const int times : m_times)
        most = std::max(most, times);
    return most;
}

exchange::DispatcherOptions quietOptions()
{
    exchange::DispatcherOptions options;
    options.poll = std::chrono::hours(1);
    options.storePause = std::chrono::milliseconds(1);
    return options;
}

exchange::Effect effect(const QString &key, const QString &subject, exchange::EffectKind kind)
{
    exchange::Effect effect;
    effect.service = QStringLiteral("remote");
    effect.operation = QStringLiteral("make");
    effect.subject = subject;
    effect.naturalKey = key;
    effect.payload = QByteArrayLiteral("{}");
    effect.kind = kind;
    return effect;
}

exchange::Lane lane(std::function<exchange::Outcome(const exchange::Job &, const base::StopToken &)> handle, int threads)
{
    return {exchange::Queue::Outbox, QStringLiteral("remote"), exchange::handlerOf(std::move(handle)), threads, 0};
}

exchange::Outcome haveAndNote(CountingRemote &remote, const exchange::Job &job)
{
    remote.have(job);
    return exchange::Done{[key = job.naturalKey](store::Connection &db) -> Result<void> {
                              PFX_TRY(db.execute(QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, '')"),
                                                 {{QStringLiteral("key"), key}}));
                              return {};
                          },
                          QStringLiteral("{}")};
}

Result<std::vector<exchange::Accepted>> Program::enqueue(const std::vector<exchange::Effect> &effects)
{
    std::vector<exchange::Accepted> accepted;
    PFX_TRY(m_store.writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(accepted, outbox.enqueue(db, effects));
        return {};
    }));
    return accepted;
}

Result<exchange::Accepted> Program::enqueue(const exchange::Effect &effect)
{
    PFX_ASSIGN(const auto accepted, enqueue(std::vector<exchange::Effect>{effect}));
    return accepted.front();
}

QString Program::state(qint64 id, const QString &table)
{
    return read(m_store, QStringLiteral("SELECT state AS v FROM %1 WHERE id = :id").arg(table), {{QStringLiteral("id"), id}});
}

QString Program::states(const QString &table)
{
    auto db = m_store.connect();
    if (!db)
        return db.error().detail;
    const auto rows = (*db)->select(QStringLiteral("SELECT state, count(*) AS n FROM %1 GROUP BY state ORDER BY state").arg(table));
    if (!rows)
        return rows.error().detail;
    QStringList parts;
    for (const store::Row &row : *rows)
        parts.append(QStringLiteral("%1 %2").arg(row.number(QStringLiteral("n"))).arg(row.text(QStringLiteral("state"))));
    return parts.join(QStringLiteral(", "));
}

void Program::advance(qint64 ms)
{
    clock.advance(ms);
    bell.ringAll();
}

} // namespace pfx::test
