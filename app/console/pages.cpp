// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/page_entry.h"

#include "ui/crm/crm_page.h"
#include "ui/imports/imports_page.h"
#include "ui/journal/journal_page.h"
#include "ui/mailing/mailing_page.h"
#include "ui/orders/orders_page.h"
#include "ui/overview/overview_page.h"
#include "ui/settings/settings_page.h"
#include "ui/setup/setup_page.h"
#include "ui/sms/sms_page.h"

#include <QCoreApplication>

namespace pfx::console {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pfx::console::Pages)
};

template<typename PageType>
ui::Page *make(ui::Services &services, QWidget *parent)
{
    return new PageType(services, parent);
}

} // namespace

QVector<PageEntry> allPages()
{
    QVector<PageEntry> entries;
    entries << PageEntry{ui::pages::Overview, Words::tr("Overview"), QStringLiteral("go-home"), make<ui::OverviewPage>};
    entries << PageEntry{ui::pages::Orders, Words::tr("Orders"), QStringLiteral("view-task"), make<ui::OrdersPage>};
    entries << PageEntry{ui::pages::Imports, Words::tr("Import"), QStringLiteral("document-import"), make<ui::ImportsPage>};
    entries << PageEntry{ui::pages::Crm, Words::tr("Customers and deals"), QStringLiteral("view-pim-contacts"), make<ui::CrmPage>};
    entries << PageEntry{ui::pages::Sms, Words::tr("SMS"), QStringLiteral("dialog-messages"), make<ui::SmsPage>};
    entries << PageEntry{ui::pages::Mailing, Words::tr("Mailings"), QStringLiteral("mail-send"), make<ui::MailingPage>};
    entries << PageEntry{ui::pages::Journal, Words::tr("Journal"), QStringLiteral("view-history"), make<ui::JournalPage>};
    entries << PageEntry{ui::pages::Setup, Words::tr("Set-up"), QStringLiteral("tools-wizard"), make<ui::SetupPage>};
    entries << PageEntry{ui::pages::Settings, Words::tr("Settings"), QStringLiteral("configure"), make<ui::SettingsPage>};
    return entries;
}

} // namespace pfx::console
