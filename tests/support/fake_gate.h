// SPDX-License-Identifier: GPL-3.0-or-later
// A gate that lets everybody in at once and remembers who came, and an observer that remembers what it was told. Thread-safe.
#pragma once

#include "core/http/exchange_observer.h"
#include "core/http/rate_gate.h"

#include <QStringList>
#include <QVector>

#include <mutex>
#include <optional>

namespace pfx::test {

class FakeGate : public http::RateGate
{
public:
    struct Hold
    {
        QString account;
        qint64 untilMs = 0;
        base::ErrorCode code = base::ErrorCode::Internal;
        QString reason;
    };

    base::Result<void> enter(const QString &account, double, const base::StopToken &stop) override
    {
        const std::lock_guard lock(m_mutex);
        m_entered.append(account);
        if (stop.stop_requested())
            return base::fail(base::ErrorCode::Cancelled);
        if (m_refusal && m_entered.size() > m_free)
            return base::fail(*m_refusal);
        return {};
    }

    base::Result<void> holdBack(const QString &account, qint64 untilMs, base::ErrorCode code, const QString &reason) override
    {
        const std::lock_guard lock(m_mutex);
        m_holds.append({account, untilMs, code, reason});
        return {};
    }

    /// After so many that may enter.
    void refuse(base::Error error, qsizetype afterwards = 0)
    {
        const std::lock_guard lock(m_mutex);
        m_refusal = std::move(error);
        m_free = afterwards;
    }

    QStringList entered() const
    {
        const std::lock_guard lock(m_mutex);
        return m_entered;
    }

    QVector<Hold> holds() const
    {
        const std::lock_guard lock(m_mutex);
        return m_holds;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_entered;
    QVector<Hold> m_holds;
    std::optional<base::Error> m_refusal;
    qsizetype m_free = 0;
};

class ExchangeRecorder : public http::ExchangeObserver
{
public:
    void exchanged(const http::Exchange &exchange) override
    {
        const std::lock_guard lock(m_mutex);
        m_exchanges.append(exchange);
    }

    QVector<http::Exchange> exchanges() const
    {
        const std::lock_guard lock(m_mutex);
        return m_exchanges;
    }

    /// All that was told, as one text.
    QString everything() const
    {
        QStringList all;
        for (const http::Exchange &one : exchanges()) {
            all << one.service << one.account << one.method << one.host << one.path << one.request << one.answer;
            if (one.error)
                all << one.error->detail << one.error->where;
        }
        return all.join(u'\n');
    }

private:
    mutable std::mutex m_mutex;
    QVector<http::Exchange> m_exchanges;
};

} // namespace pfx::test
