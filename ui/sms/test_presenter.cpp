// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/test_presenter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace pfx::ui {

using base::Result;

namespace {

constexpr qsizetype mostProbes = 20;

bool isSame(const sms::CredentialEntry &entry, const QString &name)
{
    return entry.name == name;
}

/// What an answer says, as short as it can be said.
QString shortOf(const sms::TestAnswer &answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body.toUtf8()).object();
    for (const char *name : {"error", "message", "status"}) {
        if (const QString words = json.value(QLatin1String(name)).toString(); !words.isEmpty())
            return words;
    }
    return answer.body.simplified().left(120);
}

bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace

TestPresenter::TestPresenter(SmsService &service, Standing &standing, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_standing(standing), m_clock(clock)
{
    connect(&standing, &Standing::changed, this, [this] {
        fillAccess();
        emit changed();
    });
    measure();
}

QString TestPresenter::address() const
{
    return m_state.isOurs() ? m_standing.state().callAddress : m_state.form.address.trimmed();
}

/// The fields hold what Planfix would present, until the person writes something else.
void TestPresenter::fillAccess()
{
    const auto &known = m_standing.state().facts.credentials;
    if (m_filling || !m_state.isOurs() || m_standing.state().body != StandingState::Body::Shown)
        return;
    const auto shown = std::find_if(known.cbegin(), known.cend(), [this](const auto &one) { return isSame(one, m_filledFrom); });
    if (!m_filledFrom.isEmpty() && shown == known.cend()) { // it was revoked
        m_state.form.login.clear();
        m_state.form.password.clear();
        m_state.form.key.clear();
        m_filledFrom.clear();
        emit formFilled();
    }
    const TestForm &form = m_state.form;
    if (!m_filledFrom.isEmpty() || known.isEmpty() || !form.login.isEmpty() || !form.password.isEmpty() || !form.key.isEmpty())
        return;
    m_filling = true;
    m_service.reveal(this, known.first().name, [this](const Result<sms::CredentialSecrets> &secrets) {
        m_filling = false;
        if (secrets && m_state.isOurs())
            takeSecrets(*secrets);
    });
}

void TestPresenter::takeSecrets(const sms::CredentialSecrets &secrets)
{
    m_filledFrom = secrets.name;
    m_state.form.login = secrets.login;
    m_state.form.password = secrets.password.reveal();
    m_state.form.key = secrets.key.reveal();
    if (secrets.password.isEmpty())
        m_state.form.access = TestForm::Access::Key;
    emit formFilled();
    emit changed();
}

void TestPresenter::setForm(const TestForm &form)
{
    if (form == m_state.form)
        return;
    const bool otherTarget = form.target != m_state.form.target;
    const bool otherText = form.text != m_state.form.text;
    const bool ownWords = form.login != m_state.form.login || form.password != m_state.form.password || form.key != m_state.form.key;
    m_state.form = form;
    m_state.wrong = TestState::Wrong::None;
    if (otherTarget && !m_filledFrom.isEmpty()) { // our secrets are for nobody else
        m_state.form.login.clear();
        m_state.form.password.clear();
        m_state.form.key.clear();
        m_filledFrom.clear();
        emit formFilled();
    } else if (ownWords) {
        m_filledFrom.clear();
    }
    if (otherText) {
        m_state.preview.reset();
        measure();
    }
    if (otherTarget)
        fillAccess();
    emit changed();
}

void TestPresenter::measure()
{
    const QString &text = m_state.form.text;
    m_state.segments = sms::segmentsOf(text);
    m_state.simplified.reset();
    m_state.latin.reset();
    if (m_state.segments.encoding == sms::Encoding::Gsm7)
        return;
    const auto better = [this](Spelling::Kind kind, const QString &spelt) -> std::optional<Spelling> {
        const sms::Segments segments = sms::segmentsOf(spelt);
        if (segments.encoding != sms::Encoding::Gsm7 && segments.count() >= m_state.segments.count())
            return {};
        return Spelling{kind, spelt, segments};
    };
    m_state.simplified = better(Spelling::Kind::Simplified, sms::simplified(text));
    const QString latin = sms::transliterated(text);
    if (!m_state.simplified || m_state.simplified->text != latin)
        m_state.latin = better(Spelling::Kind::Latin, latin);
}

void TestPresenter::lookAt(Spelling::Kind kind)
{
    if (m_state.spelling(kind))
        m_state.preview = kind;
    emit changed();
}

void TestPresenter::leavePreview()
{
    m_state.preview.reset();
    emit changed();
}

void TestPresenter::takePreview()
{
    if (!m_state.preview || !m_state.spelling(*m_state.preview))
        return;
    m_state.form.text = m_state.spelling(*m_state.preview)->text;
    m_state.preview.reset();
    measure();
    emit formFilled();
    emit changed();
}

void TestPresenter::run()
{
    const TestForm &form = m_state.form;
    using Wrong = TestState::Wrong;
    m_state.wrong = Wrong::None;
    if (!isAddress(address()))
        m_state.wrong = Wrong::Address;
    else if (form.to.trimmed().isEmpty())
        m_state.wrong = Wrong::Phone;
    else if (form.text.trimmed().isEmpty())
        m_state.wrong = Wrong::Text;
    if (m_state.wrong != Wrong::None || m_state.busy) {
        emit changed();
        return;
    }
    sms::TestCall call;
    call.url = QUrl(address());
    if (form.access == TestForm::Access::Key) {
        call.key = secrets::Secret(form.key);
    } else {
        call.login = form.login;
        call.password = secrets::Secret(form.password);
    }
    call.from = form.from.trimmed();
    call.to = form.to.trimmed();
    call.text = form.text;
    m_state.busy = true;
    m_state.answer.reset();
    m_state.error.reset();
    m_state.way.reset();
    emit changed();
    m_service.test(this, call, [this, to = call.to, ours = m_state.isOurs()](const Result<sms::TestAnswer> &answer) { take(answer, to, ours); });
}

void TestPresenter::take(const Result<sms::TestAnswer> &answer, const QString &to, bool ours)
{
    m_state.busy = false;
    m_state.wasAsked = true;
    Probe probe;
    probe.at = m_clock.nowMs();
    probe.to = to;
    if (answer) {
        m_state.answer = *answer;
        probe.status = answer->status;
        probe.accepted = answer->accepted;
        probe.says = shortOf(*answer);
        probe.messageId = ours && answer->accepted ? answer->id.toLongLong() : 0;
    } else {
        m_state.error = answer.error();
    }
    m_state.probes.prepend(probe);
    if (m_state.probes.size() > mostProbes)
        m_state.probes.removeLast();
    emit changed();
    follow();
}

void TestPresenter::follow()
{
    // The newest first: it is the one that is looked at. Older ones only while they are under way.
    if (m_state.probes.isEmpty())
        return;
    const Probe &newest = m_state.probes.first();
    if (newest.messageId == 0 || (m_state.way && sms::isFinal(m_state.way->message.state)))
        return;
    m_service.message(this, newest.messageId, [this, id = newest.messageId](const Result<MessageView> &view) {
        if (!view || m_state.probes.isEmpty() || m_state.probes.first().messageId != id || m_state.way == *view)
            return; // the way is asked for again with the next change
        m_state.way = *view;
        m_state.probes.first().state = view->message.state;
        emit changed();
    });
}

void TestPresenter::makeAccess()
{
    if (m_state.busy)
        return;
    m_state.busy = true;
    m_state.error.reset();
    emit changed();
    m_service.makeCredential(this, sms::defaultCredential, [this](const Result<sms::CredentialSecrets> &made) {
        m_state.busy = false;
        if (made)
            takeSecrets(*made);
        else
            m_state.error = made.error();
        emit changed();
        m_standing.reload();
    });
}

} // namespace pfx::ui
