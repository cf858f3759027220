// SPDX-License-Identifier: GPL-3.0-or-later
// What to paste into Planfix: the address, and login, password or key of the chosen credential, each with a button to copy it; more of them
// are made and old ones revoked. GUI thread.
#pragma once

#include "ui/common/card.h"
#include "ui/common/services.h"
#include "ui/sms/credentials_presenter.h"

class QComboBox;
class QLineEdit;

namespace pfx::ui {

class Banner;
class Button;
class ChipLabel;
class CopyRow;
class Field;

class PasteCard : public Card {
    Q_OBJECT

public:
    PasteCard(CredentialsPresenter &presenter, Services &services, QWidget *parent = nullptr);

signals:
    /// The person wants to make the server reachable.
    void serverRequested();

private:
    void buildAddress();
    void buildSecrets();
    void buildMore();
    Field *secretRow(const QString &label, const QString &objectName, QLineEdit *&edit);
    void showState();
    void showChosen();
    void askToRevoke();

    CredentialsPresenter &m_presenter;
    Services &m_services;
    Banner *m_banner;
    CopyRow *m_address, *m_login;
    ChipLabel *m_reach;
    Button *m_toServer = nullptr, *m_makeFirst = nullptr, *m_make = nullptr, *m_revoke = nullptr;
    QComboBox *m_chosen;
    QLineEdit *m_password = nullptr, *m_key = nullptr, *m_draft;
    Field *m_chosenField = nullptr, *m_passwordField = nullptr, *m_keyField = nullptr, *m_draftField = nullptr;
};

} // namespace pfx::ui
