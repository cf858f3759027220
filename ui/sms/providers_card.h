// SPDX-License-Identifier: GPL-3.0-or-later
// The providers in their order: how each stands, its balance, what can be done with it; the form of one of them. GUI thread.
#pragma once

#include "ui/common/card.h"
#include "ui/common/services.h"
#include "ui/sms/providers_presenter.h"

class QVBoxLayout;

namespace pfx::ui {

class Banner;
class Button;
class ProviderForm;
class ProviderRow;
class TextLabel;

class ProvidersCard : public Card {
    Q_OBJECT

public:
    ProvidersCard(ProvidersPresenter &presenter, Services &services, QWidget *parent = nullptr);

    void begin();

signals:
    void testRequested();
    void formOpened(QWidget *form);

private:
    void keepFocus();
    void showBanner();
    void showState();
    void showRows();
    void connectRow(ProviderRow *row);
    void askToRemove(const QString &name);

    ProvidersPresenter &m_presenter;
    Services &m_services;
    TextLabel *m_none;
    Banner *m_banner;
    QVBoxLayout *m_list;
    QVector<ProviderRow *> m_rows;
    Button *m_add = nullptr;
    QString m_told; ///< Of which provider it is said that it works.
    ProviderForm *m_form = nullptr;
};

} // namespace pfx::ui
