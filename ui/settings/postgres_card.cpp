// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/postgres_card.h"

#include "core/store/store.h"
#include "core/store/trial.h"
#include "core/texts/technical.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/program_control.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace pfx::ui {

using base::Result;

static const QString exampleAddress = QStringLiteral("postgresql://planfix@db.office:5432/planfix");

PostgresCard::PostgresCard(Services &services, QWidget *parent) : Card(QStringLiteral("PostgreSQL"), parent), m_services(services)
{
    body()->addWidget(parts::caption(tr("For several windows and an always-on server one database on a server is better. Try its address first: "
                                        "nothing is changed there by it. A password in it goes into the keychain.")));
    m_address = new QLineEdit;
    m_address->setPlaceholderText(exampleAddress);
    m_field = new Field(tr("Address of the database"), m_address, QStringLiteral("postgresAddress"));
    m_try = plainButton(tr("Try"), QStringLiteral("tryPostgres"), QStringLiteral("server-database"));
    m_try->setAccessibleName(tr("Try the address of the database"));
    m_field->addBeside(m_try);
    m_tried = new Banner(QStringLiteral("postgresTried"));
    body()->addWidget(m_field);
    body()->addWidget(m_tried);
    connect(m_try, &QPushButton::clicked, this, &PostgresCard::tryServer);
    connect(m_address, &QLineEdit::returnPressed, this, &PostgresCard::tryServer);
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        m_field->setError({});
        m_tried->clear();
    });
}

void PostgresCard::tryServer()
{
    m_tried->clear();
    const QString address = m_address->text().trimmed();
    const auto url = store::StoreUrl::parse(address);
    m_field->setError(url ? QString() : texts::technical(url.error().detail));
    if (!url)
        return;
    m_try->setEnabled(false);
    m_tried->showMessage(Severity::Info, tr("Connecting…"));
    m_services.background.run(
        this, [address] { return store::tryServer(address); },
        [this, address](const Result<store::Trial> &trial) {
            m_try->setEnabled(true);
            if (address != m_address->text().trimmed())
                return;
            m_tried->clear();
            if (trial)
                tell(*trial);
            else
                m_tried->showError(trial.error());
        });
}

void PostgresCard::tell(const store::Trial &trial)
{
    const QString version = tr("PostgreSQL %1 answers").arg(trial.serverVersion);
    if (!trial.mayCreate)
        m_tried->showMessage(Severity::Error, tr("%1, but this user may not make tables").arg(version),
                             tr("Let the administrator make the user the owner of the database."));
    else if (!trial.hasTrigrams)
        m_tried->showMessage(Severity::Error, tr("%1, but the extension pg_trgm is missing").arg(version),
                             tr("The search needs it. Let the administrator install the package postgresql-contrib."));
    else if (trial.contents == store::Contents::Foreign)
        m_tried->showMessage(Severity::Error, tr("%1, but tables of another program stand in the database").arg(version),
                             tr("Use an empty database of its own."));
    else
        offer(trial, version);
}

void PostgresCard::offer(const store::Trial &trial, const QString &version)
{
    const bool hasData = trial.contents == store::Contents::Ours;
    const auto url = store::StoreUrl::parse(m_address->text().trimmed());
    if (hasData && url && url->display() == m_services.store.url().display())
        return m_tried->showMessage(Severity::Success, version, tr("It is the database that the program works with now."));
    if (!m_services.program || !m_services.program->canChangeStore()) {
        return m_tried->showMessage(Severity::Success, version,
                                    hasData ? tr("Data of Planfix Console is there already. Start the program with --store and this address to use it.")
                                            : tr("The database is empty and can be used: start the program with --store and this address."));
    }
    Button *go = hasData ? m_tried->addAction(tr("Work with this database…"), QStringLiteral("usePostgres"), ButtonKind::Normal)
                         : m_tried->addAction(tr("Move the data there…"), QStringLiteral("moveToPostgres"), ButtonKind::Primary);
    connect(go, &QPushButton::clicked, this, hasData ? &PostgresCard::use : &PostgresCard::move);
    m_tried->showMessage(Severity::Success, version,
                         hasData ? tr("Data of Planfix Console is there already. The data of now is not taken along.")
                                 : tr("The database is empty and can be used."));
}

/// Says so when something is still going on.
bool PostgresCard::isHindered()
{
    const QString work = m_services.program->runningWork();
    if (work.isEmpty())
        return false;
    m_tried->clear();
    m_tried->showMessage(Severity::Warning, tr("Something is still going on: finish or stop it first"), work);
    return true;
}

void PostgresCard::move()
{
    if (isHindered())
        return;
    const QString address = m_address->text().trimmed();
    Question question;
    question.title = tr("Move all data to the server?");
    question.sentence = tr("Pages and the server are down until it is done, about a minute for a million rows. From then on both programs work with "
                           "the database on the server; the one of now stays as it is. An always-on pfxctl must be stopped before.");
    question.verb = tr("Move the data");
    question.dangerous = false;
    m_services.prompt.confirm(this, question, [this, address] { m_services.program->moveStore(address); });
}

void PostgresCard::use()
{
    if (isHindered())
        return;
    const QString address = m_address->text().trimmed();
    Question question;
    question.title = tr("Work with the data on the server?");
    question.sentence = tr("The program shows what stands in that database. The one of now stays as it is, and nothing of it is taken along.");
    question.verb = tr("Work with it");
    question.dangerous = false;
    m_services.prompt.confirm(this, question, [this, address] { m_services.program->useStore(address); });
}

} // namespace pfx::ui
