// SPDX-License-Identifier: GPL-3.0-or-later
// A strict Planfix without network, for the demonstration and for tests: answers a REST call as the specification tells, over an account kept
// in memory, and remembers every request that the specification does not know ("refusals": nobody should make one). Built from the OpenAPI,
// the help pages and the fixtures, not from a client. Thread-safe; time comes from the clock it is given.
#pragma once

#include "app/demo/planfix/access.h"
#include "app/demo/planfix/context.h"
#include "app/demo/planfix/fault.h"
#include "core/base/clock.h"

#include <functional>
#include <mutex>

namespace pfx::fake {

struct LogEntry {
    qint64 atMs = 0;
    QByteArray method;
    QString path; ///< With the query, without a key.
    QString call; ///< "POST /task/{id}"; empty: no such call.
    QJsonObject body;
    int status = 0; ///< Of the right answer, whatever became of it.
    bool effect = true; ///< False when a fault stood before it.
    bool spoilt = false;
};

class Planfix {
public:
    explicit Planfix(const base::Clock &clock, const QJsonObject &account);

    Answer answer(const Call &call);
    /// What a person does in Planfix itself: the same calls, without key, pace, faults or log. `person`: "user:5".
    Answer act(const QByteArray &method, const QString &path, const QJsonObject &body, const QString &person);

    void fail(const Fault &fault);
    void clearFaults();
    /// Orders without which the test would have tested nothing.
    qsizetype faultsThatNeverCame() const;
    /// None: "not set", which is all.
    void grant(const std::optional<QStringList> &scopes, const QString &key);
    void setRules(const std::function<void(AccessRules &)> &change);
    void useUpQuota(qint64 resetAtMs);
    /// Changes of the task are queued (202) until then.
    void lockTask(qint64 id, qint64 untilMs);
    /// Where downloads are redirected to: "http://localhost:1234/__storage/".
    void setStorage(const QString &address);

    QVector<LogEntry> log() const;
    /// What nobody should have asked for.
    QStringList refusals() const;
    QStringList takeRefusals();
    QVector<Event> takeEvents();
    QVector<QJsonObject> rows(const QString &table) const;
    QJsonObject row(const QString &table, qint64 id) const;
    /// Called with the account after each change, before the answer leaves.
    void onChange(std::function<void(const QJsonObject &)> saved);
    QJsonObject save() const;

private:
    struct Queued {
        qint64 untilMs;
        Call call;
        QString person;
    };

    Answer serve(const Call &call, const QString &person);
    Answer handle(const Call &call, const Found &found, const QString &person);
    std::optional<Answer> readBody(const Call &call, const SpecCall &about, QJsonObject &body);
    Answer right(const Call &call);
    Answer storage(const Call &call);
    void applyQueued();
    void refuse(const QString &what) { m_refusals << what; }
    QDateTime now() const;

    mutable std::mutex m_mutex;
    const base::Clock &m_clock;
    const RestSpec m_spec;
    AccountState m_state;
    Access m_access;
    FaultPlan m_faults;
    QVector<Queued> m_queued;
    QHash<qint64, qint64> m_locked;
    QString m_storage = QStringLiteral("https://storage.example.org/");
    QVector<LogEntry> m_log;
    QStringList m_refusals;
    QVector<Event> m_events;
    std::function<void(const QJsonObject &)> m_saved;
};

} // namespace pfx::fake
