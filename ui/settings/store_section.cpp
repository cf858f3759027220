// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/store_section.h"

#include "core/store/store.h"
#include "core/store/trial.h"
#include "core/texts/technical.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QFileInfo>
#include <QLineEdit>

namespace pfx::ui {

using base::Result;

static const QString exampleAddress = QStringLiteral("postgresql://planfix@db.office:5432/planfix");

StoreSection::StoreSection(Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("storeSection"));
    QBoxLayout *column = parts::column(this);
    column->addWidget(factsCard());
    column->addWidget(backupCard());
    column->addWidget(serverCard());
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

QWidget *StoreSection::backupCard()
{
    auto *card = new Card(tr("Backup"));
    card->body()->addWidget(parts::caption(tr("A whole copy into one file, while everything goes on. Keys are not in it: they stay in the keychain.")));
    m_backup = plainButton(tr("Make a backup…"), QStringLiteral("makeBackup"), QStringLiteral("document-save"));
    m_backedUp = new Banner(QStringLiteral("backedUp"));
    card->body()->addWidget(m_backup, 0, Qt::AlignLeft);
    card->body()->addWidget(m_backedUp);
    const bool isFile = m_services.store.url().backend == store::Backend::Sqlite;
    card->body()->addWidget(parts::caption(
        isFile ? tr("To restore: close the program, put the copy in the place of the file named above, and start it again.")
               : tr("To restore, your administrator uses pg_restore on an empty database.")));
    connect(m_backup, &QPushButton::clicked, this, [this, isFile] {
        FileQuestion question;
        question.title = tr("Where to put the backup");
        const QString day = QDateTime::fromMSecsSinceEpoch(m_services.clock.nowMs()).toString(QStringLiteral("yyyy-MM-dd"));
        question.name = QStringLiteral("planfix-console-%1.%2").arg(day, isFile ? QStringLiteral("sqlite") : QStringLiteral("dump"));
        question.filter = tr("Backups (*.sqlite *.dump);;All files (*)");
        m_services.prompt.saveFile(this, question, [this](const QString &file) { backUp(file); });
    });
    return card;
}

QWidget *StoreSection::serverCard()
{
    auto *card = new Card(QStringLiteral("PostgreSQL"));
    card->body()->addWidget(parts::caption(
        tr("For several windows and an always-on server one database on a server is better. Here you can try its address; nothing is changed there.")));
    m_address = new QLineEdit;
    m_address->setPlaceholderText(exampleAddress);
    m_addressField = new Field(tr("Address of the database"), m_address, QStringLiteral("postgresAddress"));
    m_try = plainButton(tr("Try"), QStringLiteral("tryPostgres"), QStringLiteral("server-database"));
    m_try->setAccessibleName(tr("Try the address of the database"));
    m_addressField->addBeside(m_try);
    m_tried = new Banner(QStringLiteral("postgresTried"));
    card->body()->addWidget(m_addressField);
    card->body()->addWidget(m_tried);
    connect(m_try, &QPushButton::clicked, this, &StoreSection::tryServer);
    connect(m_address, &QLineEdit::returnPressed, this, &StoreSection::tryServer);
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        m_addressField->setError({});
        m_tried->clear();
    });
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

void StoreSection::backUp(const QString &file)
{
    m_backup->setEnabled(false);
    m_backedUp->clear();
    m_backedUp->showMessage(Severity::Info, tr("Copying…"));
    m_services.background.run(
        this, [&store = m_services.store, file] { return store.backup(file); },
        [this, file](const Result<void> &made) {
            m_backup->setEnabled(true);
            m_backedUp->clear();
            if (made)
                m_backedUp->showMessage(Severity::Success, tr("The backup is made: %1").arg(bytes(QFileInfo(file).size())), file);
            else
                m_backedUp->showError(made.error());
        });
}

void StoreSection::tryServer()
{
    m_tried->clear();
    const auto url = store::StoreUrl::parse(m_address->text().trimmed());
    m_addressField->setError(url ? QString() : texts::technical(url.error().detail));
    if (!url)
        return;
    m_try->setEnabled(false);
    m_tried->showMessage(Severity::Info, tr("Connecting…"));
    m_services.background.run(
        this, [address = m_address->text().trimmed()] { return store::tryServer(address); },
        [this](const Result<store::Trial> &trial) {
            m_try->setEnabled(true);
            m_tried->clear();
            if (!trial)
                return m_tried->showError(trial.error());
            const QString version = tr("PostgreSQL %1 answers").arg(trial->serverVersion);
            if (!trial->mayCreate)
                m_tried->showMessage(Severity::Error, tr("%1, but this user may not make tables").arg(version),
                                     tr("Let the administrator make the user the owner of the database."));
            else if (!trial->hasTrigrams)
                m_tried->showMessage(Severity::Error, tr("%1, but the extension pg_trgm is missing").arg(version),
                                     tr("The search needs it. Let the administrator install the package postgresql-contrib."));
            else if (trial->contents == store::Contents::Foreign)
                m_tried->showMessage(Severity::Error, tr("%1, but tables of another program stand in the database").arg(version),
                                     tr("Use an empty database of its own."));
            else
                m_tried->showMessage(Severity::Success, version,
                                     trial->contents == store::Contents::Ours
                                         ? tr("Data of Planfix Console is there already. Start the program with --store and this address to use it.")
                                         : tr("The database is empty and can be used: start the program with --store and this address."));
        });
}

} // namespace pfx::ui
