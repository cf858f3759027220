// SPDX-License-Identifier: GPL-3.0-or-later
// The tab «Сервис и провайдеры»: what to paste into Planfix, who carries the messages, what may be sent. GUI thread.
#pragma once

#include "ui/common/services.h"

#include <QScrollArea>

namespace pfx::ui {

class CredentialsPresenter;
class ProvidersCard;
class ProvidersPresenter;
class RulesPresenter;
class StopListPresenter;

class ServiceTab : public QScrollArea {
    Q_OBJECT

public:
    ServiceTab(CredentialsPresenter &credentials, ProvidersPresenter &providers, RulesPresenter &rules, StopListPresenter &stopList, Services &services,
               QWidget *parent = nullptr);

    void addProvider();

signals:
    void serverRequested();
    void testRequested();

private:
    ProvidersCard *m_providers;
};

} // namespace pfx::ui
