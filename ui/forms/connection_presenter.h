// SPDX-License-Identifier: GPL-3.0-or-later
// Account and key of Planfix as they are typed, and the check that proves them line by line. Nothing is kept here but in memory: whoever owns
// the form saves it. GUI thread.
#pragma once

#include "ui/forms/planfix_service.h"

namespace pfx::ui {

struct ConnectionState {
    enum class Phase { Idle, Running, Done };

    QString account; ///< As typed.
    QString accountError;
    QString address; ///< "https://konigkomfort.planfix.ru/rest/"; empty while the account is none.
    QString host;
    bool accountIsGiven = false; ///< By the environment.
    QString key; ///< Typed now; empty: the kept one.
    QString keyError;
    bool hasKey = false; ///< One is kept.
    bool keyIsGiven = false; ///< By the environment.
    std::optional<base::Error> keychain;

    Phase phase = Phase::Idle;
    QVector<planfix::CheckLine> lines;
    std::optional<planfix::Diagnosis> diagnosis; ///< Of Done, until account or key is changed.

    bool hasAnyKey() const { return hasKey || !key.trimmed().isEmpty(); }
    bool isProven() const { return diagnosis && diagnosis->isGood(); }
};

class ConnectionPresenter : public QObject {
    Q_OBJECT

public:
    explicit ConnectionPresenter(PlanfixService &service, QObject *parent = nullptr);
    ~ConnectionPresenter() override;

    const ConnectionState &state() const { return m_state; }
    Credentials credentials() const { return {m_state.account, m_state.key}; }

    /// What is kept now; what a person has typed stays.
    void adopt(const KeptPlanfix &kept);
    void setAccount(const QString &text);
    void setKey(const QString &text);
    /// False with the reason in accountError.
    bool acceptAccount();
    /// Begins the check, or says what is missing for it.
    void check();
    void stop();
    /// Forgets what was typed; adopt() brings what is kept.
    void revert();
    /// It has been saved: it need not stay in the field, and what was checked with it stays true.
    void keyIsKept();
    /// What differs from what is kept.
    void addTo(PlanfixDraft &draft) const;

signals:
    void changed();
    void checked(); ///< state().diagnosis is new.

private:
    void forgetCheck();
    void readAccount();

    PlanfixService &m_service;
    ConnectionState m_state;
    QString m_keptAccount;
    base::StopSource m_stop;
    quint64 m_question = 0;
    bool m_accountTyped = false;
};

} // namespace pfx::ui
