// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/diagnosis.h"

#include "core/planfix/error_codes.h"

#include <QJsonDocument>

#include <algorithm>

namespace pfx::planfix {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// Numbers that no object has. A create is asked for a status or template that does not exist, which Planfix refuses (code 41); should it
// not, what it makes is born deleted.
constexpr qint64 nobody = 999'999'999;

struct Probe {
    const char *scope;
    const char *path; ///< %1 is `nobody`.
    const char *body;
};

const Probe probes[] = {
    {"task_add", "task/", R"({"name":"Planfix Console","status":{"id":%1},"isDeleted":true})"},
    {"task_readonly", "task/list", R"({"offset":0,"pageSize":1,"fields":"id"})"},
    {"task_update", "task/%1", R"({"name":"Planfix Console"})"},
    {"contact_readonly", "contact/list", R"({"offset":0,"pageSize":1,"fields":"id"})"},
    {"contact_add", "contact/", R"({"template":{"id":%1},"name":"","email":"-","isDeleted":true})"},
    {"contact_update", "contact/%1", R"({"position":"Planfix Console"})"},
    {"user_readonly", "user/list", R"({"offset":0,"pageSize":1,"fields":"id"})"},
    {"comment_add", "task/%1/comments/", R"({"description":"Planfix Console"})"},
    {"comment_readonly", "task/%1/comments/list", R"({"offset":0,"pageSize":1,"fields":"id"})"},
};

bool endsTheCheck(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::Certificate:
    case ErrorCode::Unauthorized:
    case ErrorCode::RateLimited:
    case ErrorCode::Keychain:
        return remoteNumber(error) != 0;
    case ErrorCode::QuotaExhausted:
        return remoteNumber(error) == 22 || !remoteNumber(error);
    default:
        return false;
    }
}

/// What a refusal says of the right. Planfix answers 405 with code 5 for a missing one; what it then says of the value comes after the
/// right.
Granted meaning(const Error &error)
{
    if (error.code == ErrorCode::ScopeMissing)
        return remoteNumber(error) == 6 ? Granted::Unproven : Granted::No;
    const auto number = remoteNumber(error);
    constexpr int unknownError = 0, badJson = 30;
    if (!number || number == unknownError || number == badJson)
        return Granted::Unproven;
    return Granted::Yes;
}

QVector<ScopeProof> unproven()
{
    QVector<ScopeProof> proofs;
    for (const Scope &scope : scopes())
        proofs.append({scope, Granted::Unproven});
    return proofs;
}

class Check {
public:
    Check(Session &session, const base::StopToken &stop, const std::function<void(const CheckLine &)> &told)
        : m_session(session), m_stop(stop), m_told(told), m_api(session, stop)
    {
        m_diagnosis.scopes = unproven();
    }

    Result<Diagnosis> run()
    {
        if (connect())
            proveAll();
        if (!m_diagnosis.stopped)
            readAccount();
        if (m_diagnosis.stopped && m_diagnosis.stopped->code == ErrorCode::Cancelled)
            return base::fail(*m_diagnosis.stopped);
        return std::move(m_diagnosis);
    }

private:
    void tell(CheckLine line)
    {
        m_diagnosis.lines.append(line);
        m_told(line);
    }

    void tellStep(CheckStep step, std::optional<Error> error = {})
    {
        CheckLine line;
        line.step = step;
        line.granted = error ? Granted::No : Granted::Yes;
        line.error = std::move(error);
        tell(std::move(line));
    }

    /// The first three lines, from one call that needs no right.
    bool connect()
    {
        const auto ping = m_api.ping();
        if (!ping)
            m_diagnosis.stopped = ping.error();
        const ErrorCode code = ping ? ErrorCode::Internal : ping.error().code;
        const bool reached = ping
            || (code != ErrorCode::Network && code != ErrorCode::Timeout && code != ErrorCode::Certificate && code != ErrorCode::Cancelled);
        tellStep(CheckStep::Reached, reached ? std::nullopt : m_diagnosis.stopped);
        if (!reached)
            return false;
        const bool isPlanfix = ping || remoteNumber(ping.error());
        tellStep(CheckStep::IsPlanfix, isPlanfix ? std::nullopt : m_diagnosis.stopped);
        if (!isPlanfix)
            return false;
        tellStep(CheckStep::KeyKnown, m_diagnosis.stopped);
        return ping.has_value();
    }

    void proveAll()
    {
        for (const Probe &probe : probes) {
            const Granted granted = prove(probe);
            if (m_diagnosis.stopped)
                return;
            const QString name = QLatin1String(probe.scope);
            for (ScopeProof &proof : m_diagnosis.scopes) {
                if (proof.scope.name == name)
                    proof.granted = granted;
            }
            CheckLine line;
            line.step = CheckStep::Scope;
            line.scope = name;
            line.granted = granted;
            tell(std::move(line));
        }
    }

    Granted prove(const Probe &probe)
    {
        const auto filled = [](const char *pattern) {
            return QString::fromLatin1(pattern).replace(QLatin1String("%1"), QString::number(nobody));
        };
        const QJsonObject body = QJsonDocument::fromJson(filled(probe.body).toUtf8()).object();
        const auto answer = m_session.post(filled(probe.path), body, http::Repeat::Never, m_stop);
        if (answer)
            return Granted::Yes;
        if (endsTheCheck(answer.error()))
            m_diagnosis.stopped = answer.error();
        return meaning(answer.error());
    }

    bool isGranted(const char *scope) const
    {
        return std::any_of(m_diagnosis.scopes.begin(), m_diagnosis.scopes.end(), [scope](const ScopeProof &proof) {
            return proof.scope.name == QLatin1String(scope) && proof.granted == Granted::Yes;
        });
    }

    /// What the wizard offers to choose from; a part that may not be read is told and left out.
    void readAccount()
    {
        const auto templates = m_api.taskTemplates();
        tellCount(CheckStep::Templates, templates, m_diagnosis.templates);
        if (!m_diagnosis.stopped) {
            QVector<Named> processes;
            tellCount(CheckStep::Statuses, m_api.processes(), processes);
        }
        if (!m_diagnosis.stopped)
            tellCount(CheckStep::Fields, m_api.taskFields(), m_diagnosis.fields);
        if (!m_diagnosis.stopped && isGranted("contact_readonly")) {
            if (auto found = m_api.contactTemplates())
                m_diagnosis.contactTemplates = std::move(*found);
        }
        if (!m_diagnosis.stopped && isGranted("user_readonly")) {
            if (auto users = m_api.users()) {
                m_diagnosis.employees = std::move(*users);
                const auto isRobot = [](const User &user) { return user.role == QLatin1String("Robot"); };
                m_diagnosis.robots =
                    static_cast<int>(std::count_if(m_diagnosis.employees.begin(), m_diagnosis.employees.end(), isRobot));
            }
        }
    }

    template <typename Answer, typename Into> void tellCount(CheckStep step, Answer answer, Into &into)
    {
        CheckLine line;
        line.step = step;
        if (answer) {
            into = std::move(*answer);
            line.granted = Granted::Yes;
            line.count = static_cast<int>(into.size());
        } else {
            line.granted = Granted::No;
            line.error = answer.error();
            if (endsTheCheck(answer.error()))
                m_diagnosis.stopped = answer.error();
        }
        tell(std::move(line));
    }

    Session &m_session;
    base::StopToken m_stop;
    const std::function<void(const CheckLine &)> &m_told;
    Api m_api;
    Diagnosis m_diagnosis;
};

} // namespace

bool Diagnosis::isGood() const
{
    return !stopped && std::none_of(scopes.begin(), scopes.end(), [](const ScopeProof &proof) {
        return proof.scope.isRequired && proof.granted == Granted::No;
    });
}

Diagnosis notBegun(const Error &why)
{
    Diagnosis diagnosis;
    diagnosis.scopes = unproven();
    diagnosis.stopped = why;
    return diagnosis;
}

Result<Diagnosis> diagnose(Session &session, const base::StopToken &stop, const std::function<void(const CheckLine &)> &told)
{
    return Check(session, stop, told).run();
}

} // namespace pfx::planfix
