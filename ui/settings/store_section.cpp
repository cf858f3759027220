// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/store_section.h"

#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/program_control.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"
#include "ui/settings/backup_card.h"
#include "ui/settings/postgres_card.h"

#include <QBoxLayout>

namespace pfx::ui {

using base::Result;

StoreSection::StoreSection(Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("storeSection"));
    QBoxLayout *column = parts::column(this);
    m_news = new Banner(QStringLiteral("storeNews"));
    column->addWidget(m_news);
    column->addWidget(factsCard());
    column->addWidget(new BackupCard(services));
    column->addWidget(new PostgresCard(services));
    showNews();
}

QWidget *StoreSection::factsCard()
{
    auto *card = new Card(tr("Where the data is"));
    m_facts = new TextLabel(m_services.store.url().display());
    m_facts->setObjectName(QStringLiteral("storeFacts"));
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_check = plainButton(tr("Check the database"), QStringLiteral("checkStore"), QStringLiteral("view-refresh"));
    m_checked = new Banner(QStringLiteral("storeChecked"));
    card->body()->addWidget(m_facts);
    card->body()->addWidget(m_check, 0, Qt::AlignLeft);
    card->body()->addWidget(m_checked);
    connect(m_check, &QPushButton::clicked, this, &StoreSection::check);
    return card;
}

void StoreSection::reload()
{
    m_services.background.run(
        this, [&store = m_services.store] { return store.info(); },
        [this](const Result<store::StoreInfo> &info) {
            if (!info)
                return m_checked->showError(info.error());
            const QString backend = info->backend == QLatin1String("sqlite") ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL");
            m_facts->setText(tr("%1\n%2 %3, version of the data %4, size %5")
                                 .arg(info->url, backend, info->serverVersion)
                                 .arg(info->version)
                                 .arg(bytes(info->bytes)));
        });
}

void StoreSection::check()
{
    m_check->setEnabled(false);
    m_checked->clear();
    m_checked->showMessage(Severity::Info, tr("Reading the whole database…"));
    m_services.background.run(
        this, [&store = m_services.store] { return store.check(); },
        [this](const Result<void> &whole) {
            m_check->setEnabled(true);
            m_checked->clear();
            if (whole)
                m_checked->showMessage(Severity::Success, tr("The database is whole"));
            else
                m_checked->showError(whole.error());
        });
}

/// What became of a deed for which the pages went.
void StoreSection::showNews()
{
    if (!m_services.program)
        return;
    const StoreNews news = m_services.program->takeStoreNews();
    switch (news.kind) {
    case StoreNews::Kind::None:
        return;
    case StoreNews::Kind::Moved:
        return m_news->showMessage(Severity::Success, tr("The data is moved, rows: %1").arg(number(news.rows)),
                                   tr("Both programs work with it from now on. The database of before was left as it was."));
    case StoreNews::Kind::InUse:
        return m_news->showMessage(Severity::Success, tr("This database is in use from now on"),
                                   tr("The database of before was left as it was."));
    case StoreNews::Kind::Restored:
        return m_news->showMessage(Severity::Success, tr("The backup is restored"),
                                   news.place.isEmpty() ? QString() : tr("The data of before is kept: %1").arg(news.place));
    case StoreNews::Kind::Failed:
        if (news.error && news.error->code == base::ErrorCode::Cancelled)
            return m_news->showMessage(Severity::Info, tr("Stopped: everything is as it was"));
        if (news.error)
            m_news->showError(*news.error);
    }
}

} // namespace pfx::ui
