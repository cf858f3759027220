// SPDX-License-Identifier: GPL-3.0-or-later
// The logins and keys with which Planfix comes, without widgets: one is chosen and its secrets are shown, more are made, old ones revoked.
// GUI thread.
#pragma once

#include "ui/sms/standing.h"

namespace pfx::ui {

struct CredentialsState {
    QString chosen; ///< Name; empty: there is none.
    std::optional<sms::CredentialSecrets> secrets; ///< Of the chosen one; no value while they are being read.
    bool made = false; ///< The chosen one was made just now.
    bool revoked = false; ///< One was revoked just now.
    QString draft; ///< Name of a further one.
    enum class Wrong { None, Name, Taken };
    Wrong wrong = Wrong::None;
    bool busy = false;
    std::optional<base::Error> error;
};

class CredentialsPresenter : public QObject {
    Q_OBJECT

public:
    CredentialsPresenter(SmsService &service, Standing &standing, QObject *parent = nullptr);

    const CredentialsState &state() const { return m_state; }
    const Standing &standing() const { return m_standing; }
    void choose(const QString &name);
    void setDraft(const QString &name);
    /// The first one, whose name nobody sees.
    void makeFirst();
    /// The one of the draft.
    void makeAnother();
    void revokeChosen();

signals:
    void changed();

private:
    void follow();
    void reveal();
    void make(const QString &name);

    SmsService &m_service;
    Standing &m_standing;
    CredentialsState m_state;
};

} // namespace pfx::ui
