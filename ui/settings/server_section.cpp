// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/server_section.h"

#include "core/base/clock.h"
#include "core/server/certificate.h"
#include "core/texts/technical.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/live.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"
#include "ui/common/table.h"
#include "ui/forms/planfix_forms.h"
#include "ui/forms/reach_form.h"
#include "ui/settings/setting_row.h"
#include "ui/settings/settings_presenter.h"

#include <QBoxLayout>
#include <QStandardItemModel>

namespace pfx::ui {

namespace {

const QString certificateKey = QStringLiteral("server.tls-cert");
const QString keyKey = QStringLiteral("server.tls-key");
const QString publicUrlKey = QStringLiteral("server.public-url");
constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
constexpr qint64 soonDays = 21;
constexpr int mostShown = 20;

} // namespace

ServerSection::ServerSection(Services &services, PlanfixForms &forms, SettingsPresenter &settings, QWidget *parent)
    : QWidget(parent), m_services(services), m_forms(forms), m_settings(settings)
{
    setObjectName(QStringLiteral("serverSection"));
    QBoxLayout *column = parts::column(this);
    m_state = new Banner(QStringLiteral("serverState"));
    column->addWidget(m_state);
    column->addWidget(serverCard());
    auto *reach = new ReachForm(forms.feedback());
    connect(reach, &ReachForm::helpWanted, this, &ServerSection::helpWanted);
    connect(reach, &ReachForm::urlEntered, this, [this] {
        if (!m_forms.feedback().acceptPublicUrl())
            return;
        m_settings.edit(publicUrlKey, m_forms.feedback().state().publicUrl);
        m_settings.commit(publicUrlKey);
    });
    column->addWidget(reach);
    column->addWidget(certificateCard());
    column->addWidget(requestsCard());
    connect(services.live, &Live::changed, this, &ServerSection::refresh);
    const auto look = [this](const QString &key) {
        if (key == certificateKey || key == keyKey)
            lookAtCertificate();
    };
    connect(&settings, &SettingsPresenter::changed, this, look);
    refresh();
}

QWidget *ServerSection::serverCard()
{
    auto *card = new Card(tr("Server"));
    card->body()->addWidget(new SettingRow(m_settings, QStringLiteral("server.enabled"), tr("Serve requests while the window is open")));
    card->body()->addWidget(new SettingRow(m_settings, QStringLiteral("server.listen"), tr("Address and port")));
    card->body()->addWidget(new SettingRow(m_settings, QStringLiteral("server.trusted-proxies"), tr("Trusted proxies")));
    return card;
}

QWidget *ServerSection::certificateCard()
{
    auto *card = new Card(tr("Certificate (TLS)"));
    card->body()->addWidget(parts::caption(tr("Not needed behind a reverse proxy or a tunnel, which bring their own.")));
    m_certificate = new SettingRow(m_settings, certificateKey, tr("File of the certificate"));
    m_key = new SettingRow(m_settings, keyKey, tr("File of its key"));
    m_expiry = new TextLabel({}, TextRole::Caption, Tone::Muted);
    m_expiry->setObjectName(QStringLiteral("certificateExpiry"));
    m_expiry->setWordWrap(true);
    const auto addChooser = [this](SettingRow *row, const QString &name, const QString &what) {
        auto *choose = plainButton(tr("Choose a file…"), name, QStringLiteral("document-open"));
        choose->setAccessibleName(what);
        row->addBeside(choose);
        connect(choose, &QPushButton::clicked, this, [this, row, what] {
            FileQuestion question;
            question.title = what;
            question.filter = tr("PEM files (*.pem *.crt *.key *.cer);;All files (*)");
            m_services.prompt.openFile(this, question, [row](const QString &path) { row->enter(path); });
        });
    };
    addChooser(m_certificate, QStringLiteral("chooseCertificate"), tr("Choose the file of the certificate"));
    addChooser(m_key, QStringLiteral("chooseCertificateKey"), tr("Choose the file of the certificate's key"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_certificate, m_key, m_expiry})
        card->body()->addWidget(widget);
    return card;
}

QWidget *ServerSection::requestsCard()
{
    auto *card = new Card(tr("Last requests"));
    m_requests = new QStandardItemModel(0, 5, this);
    m_requests->setHorizontalHeaderLabels({tr("Time"), tr("Request"), tr("From"), tr("Answer"), tr("Took")});
    auto *table = new Table(QStringLiteral("lastRequests"), tr("Last requests"));
    table->setModel(m_requests);
    table->setDense(true);
    table->setFitToRows(true);
    table->setEmptyText(tr("Nobody has called yet"));
    card->body()->addWidget(table);
    return card;
}

void ServerSection::refresh()
{
    const ServerState state = m_services.live->server();
    const QString shown = state.address + QString::number(state.isWanted) + QString::number(state.tls)
        + (state.error ? state.error->where + state.error->detail : QString());
    if (shown != m_stateShown) {
        m_stateShown = shown;
        m_state->clear();
        if (state.error)
            m_state->showError(*state.error);
        else if (state.isListening())
            m_state->showMessage(Severity::Success,
                                 tr("Listens at %1").arg((state.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + state.address));
        else
            m_state->showMessage(Severity::Warning, state.isWanted ? tr("The server is starting") : tr("The server is switched off"),
                                 tr("Planfix and the site cannot send anything here until it listens."));
    }
    showRequests();
}

void ServerSection::showRequests()
{
    const auto requests = m_services.live->recentRequests();
    const qint64 now = m_services.clock.nowMs();
    m_requests->setRowCount(0);
    for (const server::RecentRequest &request : requests) {
        if (m_requests->rowCount() == mostShown)
            break;
        const QString route = request.route.isEmpty() ? tr("an unknown address") : QString::fromUtf8(request.route);
        QList<QStandardItem *> row;
        for (const QString &text : {timeShort(request.timeMs, now), QString::fromLatin1(request.method) + QLatin1Char(' ') + route,
                                    request.client, QString::number(request.status), tr("%1 ms").arg(request.tookMs)}) {
            row.append(new QStandardItem(text));
            row.last()->setEditable(false);
        }
        row[3]->setData(static_cast<int>(request.status < 400 ? Tone::Success : Tone::Error), ToneRole);
        row[4]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_requests->appendRow(row);
    }
}

/// Reading two files is quick, but a network drive may not be.
void ServerSection::lookAtCertificate()
{
    const QString certificate = m_settings.of(certificateKey).kept, key = m_settings.of(keyKey).kept;
    const QString looked = certificate + QLatin1Char('\n') + key;
    if (looked == m_certificateLooked)
        return;
    m_certificateLooked = looked;
    m_expiry->clear();
    if (certificate.isEmpty() && key.isEmpty())
        return;
    const qint64 now = m_services.clock.nowMs();
    m_services.background.run(
        this, [certificate, key, now] { return server::loadCertificate(certificate, key, now).map([](const auto &c) { return c.expiresMs; }); },
        [this, looked, now](const base::Result<qint64> &expires) {
            if (looked != m_certificateLooked)
                return;
            if (!expires) {
                m_expiry->setTone(Tone::Error);
                m_expiry->setText(texts::technical(expires.error().detail));
                return;
            }
            const qint64 days = (*expires - now) / dayMs;
            m_expiry->setTone(days < soonDays ? Tone::Warning : Tone::Success);
            m_expiry->setText(tr("Valid until %1, days left: %2").arg(dateOnly(*expires)).arg(days));
        });
}

} // namespace pfx::ui
