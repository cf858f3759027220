// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/feedback_presenter.h"

#include "core/base/clock.h"
#include "core/orders/planfix_desk.h"
#include "core/secrets/new_secret.h"
#include "core/server/http_fetcher.h"
#include "core/texts/technical.h"
#include "ui/common/background.h"

namespace pfx::ui {

using base::ErrorCode;
using base::Result;

namespace {

const QString urlKey = QStringLiteral("server.public-url");

Result<server::ReachReport> reachOf(const orders::Office &office, const QString &url, const QString &instance, const base::StopToken &stop)
{
    const auto transport = office.transport();
    return server::checkReach(url, instance, server::fetcherOver(*transport, stop));
}

} // namespace

FeedbackPresenter::FeedbackPresenter(PlanfixService &service, QObject *parent) : QObject(parent), m_service(service)
{
    Live *live = service.services().live;
    connect(live, &Live::changed, this, [this] {
        build();
        emit changed();
    });
    connect(live, &Live::stored, this, &FeedbackPresenter::lookForCall);
    build();
}

FeedbackPresenter::~FeedbackPresenter()
{
    m_stop.request_stop();
}

qint64 FeedbackPresenter::nowMs() const
{
    return m_service.services().clock.nowMs();
}

void FeedbackPresenter::adopt(const KeptPlanfix &kept)
{
    m_keptUrl = kept.settings.text(urlKey);
    if (!m_urlTyped)
        m_state.publicUrl = m_keptUrl;
    m_state.isSecretKept = !kept.webhookSecret.isEmpty();
    if (m_state.isSecretKept)
        m_secret = kept.webhookSecret;
    else if (m_secret.isEmpty())
        m_secret = secrets::newSecret().reveal();
    build();
    lookForCall();
    emit changed();
}

void FeedbackPresenter::build()
{
    m_state.server = m_service.services().live->server();
    const settings::Definition *definition = settings::find(urlKey);
    const auto url = settings::checked(*definition, m_state.publicUrl);
    const bool hasUrl = url && !url->isEmpty();
    QString base = hasUrl ? *url : QString();
    if (!hasUrl)
        base = (m_state.server.tls ? QStringLiteral("https://") : QStringLiteral("http://"))
            + (m_state.server.isListening() ? m_state.server.address : QStringLiteral("127.0.0.1:8088"));
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    m_state.address = base + QStringLiteral("/planfix/webhook/") + m_secret;
    m_state.hasPublicUrl = hasUrl;
    const auto body = [](const char *event) {
        return QStringLiteral("{\"event\":\"%1\",\"task_id\":\"{{%2}}\"}").arg(QLatin1String(event), tr("Task.Number", "Planfix's variable"));
    };
    m_state.scenarios = {{tr("A task was created"), tr("Task created and meets the conditions"), body("task.created")},
                         {tr("A task was changed"), tr("Task changed, but still meets the conditions"), body("task.updated")},
                         {tr("The status was changed"), tr("Task changed and began to meet the conditions"), body("task.status.changed")}};
}

void FeedbackPresenter::setPublicUrl(const QString &text)
{
    if (text == m_state.publicUrl)
        return;
    m_urlTyped = true;
    m_state.publicUrl = text;
    m_state.publicUrlError.clear();
    m_state.reach = FeedbackState::Reach::Unknown;
    m_state.report.reset();
    m_state.reachError.reset();
    m_stop.request_stop();
    ++m_question;
    build();
    emit changed();
}

bool FeedbackPresenter::acceptPublicUrl()
{
    const auto url = settings::checked(*settings::find(urlKey), m_state.publicUrl);
    m_state.publicUrlError = url ? QString() : texts::technical(url.error().detail);
    emit changed();
    return url.has_value();
}

void FeedbackPresenter::checkReach()
{
    if (!acceptPublicUrl())
        return;
    if (m_state.publicUrl.trimmed().isEmpty()) {
        m_state.publicUrlError = tr("Give the address under which this computer is reached from outside");
        emit changed();
        return;
    }
    m_state.report.reset();
    m_state.reachError.reset();
    if (!m_state.server.isListening()) {
        m_state.reach = FeedbackState::Reach::NotReached;
        m_state.reachError = m_state.server.error.value_or(base::Error{ErrorCode::Conflict, QStringLiteral("the server is switched off"), {}});
        emit changed();
        return;
    }
    m_state.reach = FeedbackState::Reach::Checking;
    m_stop = base::StopSource();
    const quint64 question = ++m_question;
    m_service.services().background.run(
        this,
        [&office = m_service.services().live->office(), url = m_state.publicUrl.trimmed(), instance = m_state.server.instance,
         stop = m_stop.get_token()] { return reachOf(office, url, instance, stop); },
        [this, question](Result<server::ReachReport> report) {
            if (question != m_question)
                return;
            const bool isReached = report && report->reach == server::Reach::Reached;
            m_state.reach = isReached ? FeedbackState::Reach::Reached : FeedbackState::Reach::NotReached;
            if (report)
                m_state.report = std::move(*report);
            else
                m_state.reachError = report.error();
            emit changed();
        });
    emit changed();
}

void FeedbackPresenter::wantSecret()
{
    m_state.isSecretWanted = true;
    emit changed();
}

void FeedbackPresenter::lookForCall()
{
    m_service.lastCall(this, [this](Result<std::optional<qint64>> call) {
        if (!call || *call == m_state.lastCall)
            return;
        m_state.lastCall = *call;
        emit changed();
    });
}

void FeedbackPresenter::addTo(PlanfixDraft &draft) const
{
    if (m_state.publicUrl.trimmed() != m_keptUrl)
        draft.settings.insert(urlKey, m_state.publicUrl.trimmed());
    if (m_state.isSecretWanted && !m_state.isSecretKept && !m_secret.isEmpty())
        draft.webhookSecret = m_secret;
}

} // namespace pfx::ui
