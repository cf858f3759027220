// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backup_card.h"

#include "core/base/clock.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/formatting.h"
#include "ui/common/program_control.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QFileInfo>

namespace pfx::ui {

using base::Result;

BackupCard::BackupCard(Services &services, QWidget *parent)
    : Card(tr("Backup"), parent), m_services(services), m_isFile(services.store.url().backend == store::Backend::Sqlite)
{
    body()->addWidget(parts::caption(tr("A whole copy into one file, while everything goes on. Keys are not in it: they stay in the keychain.")));
    m_backup = plainButton(tr("Make a backup…"), QStringLiteral("makeBackup"), QStringLiteral("document-save"));
    m_told = new Banner(QStringLiteral("backedUp"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::Spacing);
    buttons->addWidget(m_backup);
    connect(m_backup, &QPushButton::clicked, this, &BackupCard::askWhereTo);
    const bool canRestore = m_isFile && services.program && services.program->canChangeStore();
    if (canRestore) {
        auto *restore = dangerButton(tr("Restore from a backup…"), QStringLiteral("restoreBackup"), QStringLiteral("edit-undo"));
        buttons->addWidget(restore);
        connect(restore, &QPushButton::clicked, this, &BackupCard::askWhatFrom);
    }
    buttons->addStretch(1);
    body()->addLayout(buttons);
    body()->addWidget(m_told);
    if (canRestore)
        body()->addWidget(parts::caption(tr("To restore takes the pages down for a moment. What stands in the database now is kept beside it.")));
    else if (m_isFile)
        body()->addWidget(parts::caption(tr("To restore: close the program, put the copy in the place of the file named above, and start it again.")));
    else
        body()->addWidget(parts::caption(tr("To restore, your administrator runs “pfxctl store restore” on an empty database.")));
}

void BackupCard::askWhereTo()
{
    FileQuestion question;
    question.title = tr("Where to put the backup");
    const QString day = QDateTime::fromMSecsSinceEpoch(m_services.clock.nowMs()).toString(QStringLiteral("yyyy-MM-dd"));
    question.name = QStringLiteral("planfix-console-%1.%2").arg(day, m_isFile ? QStringLiteral("sqlite") : QStringLiteral("dump"));
    question.filter = tr("Backups (*.sqlite *.dump);;All files (*)");
    m_services.prompt.saveFile(this, question, [this](const QString &file) { backUp(file); });
}

void BackupCard::backUp(const QString &file)
{
    m_backup->setEnabled(false);
    m_told->clear();
    m_told->showMessage(Severity::Info, tr("Copying…"));
    m_services.background.run(
        this, [&store = m_services.store, file] { return store.backup(file); },
        [this, file](const Result<void> &made) {
            m_backup->setEnabled(true);
            m_told->clear();
            if (made)
                m_told->showMessage(Severity::Success, tr("The backup is made: %1").arg(bytes(QFileInfo(file).size())), file);
            else
                m_told->showError(made.error());
        });
}

void BackupCard::askWhatFrom()
{
    m_told->clear();
    if (const QString work = m_services.program->runningWork(); !work.isEmpty())
        return m_told->showMessage(Severity::Warning, tr("Something is still going on: finish or stop it first"), work);
    FileQuestion question;
    question.title = tr("Which backup?");
    question.filter = tr("Backups (*.sqlite *.bak);;All files (*)");
    m_services.prompt.openFile(this, question, [this](const QString &file) { restore(file); });
}

void BackupCard::restore(const QString &file)
{
    Question question;
    question.title = tr("Put this backup in the place of the database?");
    question.sentence = tr("Everything is then as it was on %1: what came since is missing here, also orders and messages that were sent. The data "
                           "of now is kept in a file beside it. The server does not answer meanwhile.")
                            .arg(timeExact(QFileInfo(file).lastModified().toMSecsSinceEpoch()));
    question.verb = tr("Restore the backup");
    m_services.prompt.confirm(this, question, [this, file] { m_services.program->restoreStore(file); });
}

} // namespace pfx::ui
