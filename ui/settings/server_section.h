// SPDX-License-Identifier: GPL-3.0-or-later
// The section «Сервер»: on or off, address, certificate with its expiry, availability from outside, trusted proxies, the last requests. GUI
// thread.
#pragma once

#include "core/base/result.h"

#include <QWidget>

class QStandardItemModel;

namespace pfx::ui {

class Banner;
class Button;
class PlanfixForms;
class SettingRow;
class SettingsPresenter;
class TextLabel;
struct Services;

class ServerSection : public QWidget {
    Q_OBJECT

public:
    ServerSection(Services &services, PlanfixForms &forms, SettingsPresenter &settings, QWidget *parent = nullptr);

signals:
    void helpWanted();

private:
    QWidget *serverCard();
    QWidget *certificateCard();
    QWidget *requestsCard();
    void refresh();
    void showRequests();
    void lookAtCertificate();

    Services &m_services;
    PlanfixForms &m_forms;
    SettingsPresenter &m_settings;
    Banner *m_state;
    SettingRow *m_certificate;
    SettingRow *m_key;
    TextLabel *m_expiry;
    QStandardItemModel *m_requests;
    QString m_stateShown;
    QString m_certificateLooked;
};

} // namespace pfx::ui
