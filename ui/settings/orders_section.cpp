// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/orders_section.h"

#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/step_parts.h"
#include "ui/forms/feedback_form.h"
#include "ui/forms/planfix_forms.h"
#include "ui/settings/setting_row.h"
#include "ui/settings/site_card.h"
#include "ui/settings/statuses_table.h"

#include <QBoxLayout>

namespace pfx::ui {

OrdersSection::OrdersSection(Services &services, PlanfixForms &forms, SettingsPresenter &settings, QWidget *parent)
    : QWidget(parent), m_forms(forms)
{
    setObjectName(QStringLiteral("ordersSection"));
    QBoxLayout *column = parts::column(this);
    auto *statuses = new Card(tr("Statuses"));
    statuses->body()->addWidget(new StatusesTable(settings));
    column->addWidget(statuses);
    auto *back = new Card(tr("From Planfix"));
    back->body()->addWidget(new SettingRow(settings, QStringLiteral("orders.adopt-tasks"), tr("Tasks of the template made in Planfix become orders here")));
    m_makeAddress = plainButton(tr("Make an address for Planfix"), QStringLiteral("makeAddress"), QStringLiteral("link"));
    back->body()->addWidget(m_makeAddress, 0, Qt::AlignLeft);
    column->addWidget(back);
    column->addWidget(new FeedbackForm(forms.feedback()));
    column->addWidget(new SiteCard(services, settings));
    connect(m_makeAddress, &QPushButton::clicked, &forms, [this] {
        m_forms.feedback().wantSecret();
        m_forms.save(PlanfixForms::Keys::Kept);
    });
    connect(&forms, &PlanfixForms::changed, this, &OrdersSection::refresh);
    refresh();
}

void OrdersSection::refresh()
{
    m_makeAddress->setVisible(!m_forms.feedback().state().isSecretKept);
}

} // namespace pfx::ui
