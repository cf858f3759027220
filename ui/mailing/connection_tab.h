// SPDX-License-Identifier: GPL-3.0-or-later
// The tab «Подключение»: what to paste into Planfix, and the mailing services to which lists can be passed on. GUI thread.
#pragma once

#include "ui/common/services.h"
#include "ui/mailing/mailing_connection_presenter.h"

#include <QScrollArea>

class QComboBox;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace pfx::ui {

class Banner;
class Button;
class Card;
class ChipLabel;
class Field;
class TextLabel;

class ConnectionTab : public QScrollArea {
    Q_OBJECT

public:
    ConnectionTab(MailingConnectionPresenter &presenter, Services &services, QWidget *parent = nullptr);

signals:
    /// The person wants to make the server reachable.
    void serverRequested();

private:
    QWidget *buildPlanfix();
    QWidget *buildTargets();
    QWidget *buildTargetForm();
    QToolButton *copyButton(QLineEdit *of, const QString &words, const QString &objectName);
    void showState();
    void showTargets();
    void draftTyped();
    void askToRenew();

    MailingConnectionPresenter &m_presenter;
    Services &m_services;
    QLineEdit *m_address, *m_token, *m_name, *m_url, *m_login, *m_password, *m_key;
    QComboBox *m_driver;
    ChipLabel *m_reach, *m_asked;
    Button *m_make = nullptr, *m_renew = nullptr, *m_toServer = nullptr, *m_save = nullptr;
    Banner *m_error, *m_targetBanner;
    TextLabel *m_links;
    QVBoxLayout *m_targets;
    Field *m_nameField = nullptr, *m_urlField = nullptr, *m_loginField = nullptr, *m_passwordField = nullptr, *m_keyField = nullptr;
};

} // namespace pfx::ui
