// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/mailing_connection_presenter.h"

#include "core/mailing/routes.h"

#include <QRegularExpression>
#include <QUrl>

namespace pfx::ui {

using base::Result;

MailingConnectionPresenter::MailingConnectionPresenter(MailingService &service, Live *live, QObject *parent)
    : QObject(parent), m_service(service), m_live(live)
{
    m_state.draft.driver = QStringLiteral("listmonk");
    if (live)
        connect(live, &Live::changed, this, [this] {
            look();
            emit changed();
        });
    look();
}

void MailingConnectionPresenter::look()
{
    const ServerState server = m_live ? m_live->server() : ServerState();
    QString base = server.publicUrl;
    m_state.reach = ConnectionState::Reach::Public;
    if (base.isEmpty() && server.isListening())
        base = (server.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + server.address;
    if (server.publicUrl.isEmpty())
        m_state.reach = server.isListening() ? ConnectionState::Reach::LocalOnly : ConnectionState::Reach::NoServer;
    if (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    m_state.address = base.isEmpty() ? QString() : base + mailing::mailingPath;
}

void MailingConnectionPresenter::reload()
{
    m_service.connection(this, [this](Result<ConnectionFacts> facts) {
        m_state.error.reset();
        if (facts) {
            m_state.facts = std::move(*facts);
            m_state.body = ConnectionState::Body::Shown;
        } else {
            m_state.error = std::move(facts.error());
            m_state.body = ConnectionState::Body::Failed;
        }
        look();
        emit changed();
    });
}

void MailingConnectionPresenter::make(MailingService::Renew renew)
{
    if (m_state.busy)
        return;
    m_state.busy = true;
    m_state.deedError.reset();
    emit changed();
    m_service.makeSecrets(this, renew, [this](Result<void> result) {
        m_state.busy = false;
        if (!result)
            m_state.deedError = std::move(result.error());
        emit changed();
        reload();
    });
}

void MailingConnectionPresenter::makeToken()
{
    make(MailingService::Renew::Nothing);
}

void MailingConnectionPresenter::renewToken()
{
    make(MailingService::Renew::Token);
}

void MailingConnectionPresenter::setDraft(const TargetDraft &draft)
{
    m_state.draft = draft;
    m_state.wrong = ConnectionState::Wrong::None;
    m_state.saved = false;
    emit changed();
}

void MailingConnectionPresenter::saveTarget()
{
    static const QRegularExpression nameForm(QStringLiteral("^[a-z0-9_-]{1,40}$"));
    const TargetDraft &draft = m_state.draft;
    const QUrl url(draft.url, QUrl::StrictMode);
    const bool hasUrl = url.isValid() && !url.host().isEmpty();
    m_state.wrong = ConnectionState::Wrong::None;
    if (!nameForm.match(draft.name).hasMatch())
        m_state.wrong = ConnectionState::Wrong::Name;
    else if (!hasUrl && !(m_state.isUniSender() && draft.url.isEmpty()))
        m_state.wrong = ConnectionState::Wrong::Url;
    else if (m_state.isUniSender() ? draft.key.isEmpty() : draft.login.isEmpty() || draft.password.isEmpty())
        m_state.wrong = ConnectionState::Wrong::Access;
    if (m_state.wrong != ConnectionState::Wrong::None || m_state.busy) {
        emit changed();
        return;
    }
    m_state.busy = true;
    m_state.deedError.reset();
    emit changed();
    m_service.saveTarget(this, draft, [this](Result<void> result) {
        m_state.busy = false;
        if (result) {
            const QString driver = m_state.draft.driver;
            m_state.draft = {};
            m_state.draft.driver = driver;
            m_state.saved = true;
        } else {
            m_state.deedError = std::move(result.error());
        }
        emit changed();
        emit targetsChanged();
        reload();
    });
}

} // namespace pfx::ui
