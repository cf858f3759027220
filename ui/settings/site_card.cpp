// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/site_card.h"

#include "ui/common/copy_row.h"
#include "ui/common/live.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"
#include "ui/settings/secret_row.h"
#include "ui/settings/setting_row.h"

#include <QBoxLayout>

namespace pfx::ui {

SiteCard::SiteCard(Services &services, SettingsPresenter &settings, QWidget *parent) : Card(tr("The company's site"), parent), m_services(services)
{
    m_address = new CopyRow(tr("Where the site sends orders"), QStringLiteral("ordersAddress"));
    SecretWords token;
    token.label = tr("The site's key");
    token.none = tr("There is none: orders of the site are refused");
    token.replaceTitle = tr("Replace the site's key?");
    token.replaceSentence = tr("Orders that the site sends with the old one are refused until it has the new one.");
    SecretWords signature;
    signature.label = tr("Key of the signature");
    signature.none = tr("There is none: messages go unsigned, and the site cannot tell that they are from here");
    signature.replaceTitle = tr("Replace the key of the signature?");
    signature.replaceSentence = tr("Messages are signed with the new one at once; the site does not accept them until it has it too.");
    body()->setSpacing(metrics::CardSpacing);
    body()->addWidget(m_address);
    body()->addWidget(new SecretRow(services, QStringLiteral("orders.token"), token));
    body()->addWidget(new SettingRow(settings, QStringLiteral("orders.callback-url"), tr("Where changes of orders are told")));
    body()->addWidget(new SecretRow(services, QStringLiteral("orders.callback-key"), signature));
    connect(services.live, &Live::changed, this, &SiteCard::showAddress);
    showAddress();
}

void SiteCard::showAddress()
{
    const ServerState server = m_services.live->server();
    QString base = server.publicUrl;
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    const QString how = tr("POST with JSON and the header Authorization: Bearer with the key below.");
    if (!base.isEmpty())
        m_address->setHint(how);
    else if (server.isListening())
        m_address->setHint(tr("Not reached from outside yet: the public address is missing. %1").arg(how));
    else
        m_address->setHint(tr("The server is switched off. %1").arg(how));
    if (base.isEmpty() && server.isListening())
        base = (server.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + server.address;
    m_address->setText(base.isEmpty() ? QString() : base + QStringLiteral("/orders"));
}

} // namespace pfx::ui
