// SPDX-License-Identifier: GPL-3.0-or-later
// What is pasted into Planfix so that changes come back: the address with its secret part and the texts of the scenarios; whether the address
// is reached from outside; and whether Planfix has called yet. GUI thread.
#pragma once

#include "core/server/reach_check.h"
#include "ui/common/live.h"
#include "ui/forms/planfix_service.h"

namespace pfx::ui {

/// One scenario «Послать HTTP-запрос» of Planfix.
struct ScenarioText {
    QString name; ///< «Задача создана»
    QString event; ///< Event of the scenario as Planfix calls it.
    QString body; ///< JSON with Planfix's variables.
};

struct FeedbackState {
    enum class Reach { Unknown, Checking, Reached, NotReached };

    QString publicUrl; ///< As typed.
    QString publicUrlError;
    QString address; ///< To paste; built from the public address, else from where the server listens.
    bool hasPublicUrl = false; ///< Else Planfix cannot reach `address`.
    QVector<ScenarioText> scenarios;
    Reach reach = Reach::Unknown;
    std::optional<server::ReachReport> report;
    std::optional<base::Error> reachError; ///< Why it could not be looked.
    bool isSecretKept = false; ///< Until then the server does not know the address.
    bool isSecretWanted = false; ///< It is to be kept with the next saving.
    std::optional<qint64> lastCall;
    ServerState server;
};

class FeedbackPresenter : public QObject {
    Q_OBJECT

public:
    explicit FeedbackPresenter(PlanfixService &service, QObject *parent = nullptr);
    ~FeedbackPresenter() override;

    const FeedbackState &state() const { return m_state; }
    qint64 nowMs() const;
    void adopt(const KeptPlanfix &kept);
    void setPublicUrl(const QString &text);
    /// False with the reason in publicUrlError.
    bool acceptPublicUrl();
    void checkReach();
    /// The address shall work once everything is saved.
    void wantSecret();
    /// Looks whether Planfix has called meanwhile.
    void lookForCall();
    /// Forgets what was changed; adopt() brings what is kept.
    void revert() { m_urlTyped = false; }
    void isKept() { m_urlTyped = false; }
    void addTo(PlanfixDraft &draft) const;

signals:
    void changed();

private:
    void build();

    PlanfixService &m_service;
    FeedbackState m_state;
    QString m_keptUrl;
    QString m_secret;
    base::StopSource m_stop;
    quint64 m_question = 0;
    bool m_urlTyped = false;
};

} // namespace pfx::ui
