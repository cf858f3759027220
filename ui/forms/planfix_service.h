// SPDX-License-Identifier: GPL-3.0-or-later
// What the forms of the Planfix connection ask of the account, the keychain and the store, off the GUI thread. Answers come in the GUI
// thread and only while `context` lives. Nothing is written but by save(). All methods: GUI thread. Needs Services::live.
#pragma once

#include "core/base/stop_token.h"
#include "core/planfix/diagnosis.h"
#include "core/settings/settings.h"
#include "ui/common/services.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace pfx::orders {
struct Office;
}

namespace pfx::ui {

/// What a person has typed, saved or not.
struct Credentials {
    QString account; ///< Any spelling.
    QString key; ///< Empty: the one that is kept.

    bool operator==(const Credentials &) const = default;
};

/// What is kept already.
struct KeptPlanfix {
    QString account; ///< As it is kept or as the environment has it; empty for none.
    bool accountIsGiven = false; ///< By PLANFIX_ACCOUNT: it cannot be changed here.
    bool hasKey = false;
    bool keyIsGiven = false; ///< By the environment.
    std::optional<base::Error> keychain; ///< Why the keychain could not be asked.
    QString webhookSecret; ///< Empty for none.
    settings::Settings settings;
};

/// What the account says of a task template.
struct TemplateFacts {
    QVector<planfix::CustomField> fields; ///< That tasks of the template have.
    QVector<planfix::Status> statuses;
};

struct PlanfixDraft {
    std::optional<QString> key;
    std::optional<QString> webhookSecret;
    QMap<QString, QString> settings; ///< Only what has changed.
};

class PlanfixService {
public:
    template <typename T> using Answer = std::function<void(base::Result<T>)>;
    using Told = std::function<void(const QVector<planfix::CheckLine> &)>;

    explicit PlanfixService(Services &services);

    void kept(QObject *context, Answer<KeptPlanfix> answer);
    /// `told` gets all lines that are known so far, at each new one. A stop answers Cancelled.
    void check(QObject *context, const Credentials &given, base::StopToken stop, Told told, Answer<planfix::Diagnosis> answer);
    void templateFacts(QObject *context, const Credentials &given, qint64 number, qint64 process, Answer<TemplateFacts> answer);
    /// First the keychain, then the settings; nothing when a value is not acceptable.
    void save(QObject *context, const PlanfixDraft &draft, Answer<void> answer);
    void removeKey(QObject *context, Answer<void> answer);
    /// When Planfix last called an address of ours; none: never yet.
    void lastCall(QObject *context, Answer<std::optional<qint64>> answer);

    Services &services() { return m_services; }

private:
    Services &m_services;
    const orders::Office &m_office;
};

} // namespace pfx::ui
