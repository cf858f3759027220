// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/service_tab.h"

#include "ui/common/theme.h"
#include "ui/sms/paste_card.h"
#include "ui/sms/providers_card.h"
#include "ui/sms/rules_card.h"
#include "ui/sms/stop_list_card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pfx::ui {

ServiceTab::ServiceTab(CredentialsPresenter &credentials, ProvidersPresenter &providers, RulesPresenter &rules, StopListPresenter &stopList, Services &services, QWidget *parent)
    : QScrollArea(parent), m_providers(new ProvidersCard(providers, services))
{
    setObjectName(QStringLiteral("smsService"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *paste = new PasteCard(credentials, services);
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins({});
    columns->setSpacing(metrics::CardSpacing);
    const QVector<QVector<QWidget *>> cards{{paste, new RulesCard(rules)}, {m_providers, new StopListCard(stopList, services)}};
    for (const QVector<QWidget *> &column : cards) {
        auto *side = new QWidget;
        side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // of one width, whatever stands in them
        auto *layout = new QVBoxLayout(side);
        layout->setContentsMargins({});
        layout->setSpacing(metrics::CardSpacing);
        for (QWidget *card : column)
            layout->addWidget(card);
        layout->addStretch(1);
        columns->addWidget(side, 1);
    }
    setWidget(content);
    connect(paste, &PasteCard::serverRequested, this, &ServiceTab::serverRequested);
    connect(m_providers, &ProvidersCard::testRequested, this, &ServiceTab::testRequested);
    connect(m_providers, &ProvidersCard::formOpened, this, [this](QWidget *form) { ensureWidgetVisible(form); }, Qt::QueuedConnection);
}

void ServiceTab::addProvider()
{
    m_providers->begin();
}

} // namespace pfx::ui
