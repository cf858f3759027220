// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/source_presenter.h"

#include <QFileInfo>

#include <chrono>

namespace pfx::ui {

using namespace std::chrono_literals;

static constexpr auto kTypingRest = 300ms;

SourcePresenter::SourcePresenter(ImportService &service, QObject *parent) : QObject(parent), m_service(service)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingRest);
    connect(&m_typing, &QTimer::timeout, this, &SourcePresenter::inspect);
    reset();
}

void SourcePresenter::reset()
{
    m_typing.stop();
    m_stop.request_stop();
    ++m_question;
    m_nextWanted = false;
    m_state = SourceState();
    m_state.recent = m_service.recentFiles();
    emit changed();
}

void SourcePresenter::setSystem(records::System system)
{
    if (system == m_state.system)
        return;
    m_state.system = system;
    m_state.systemCorrected = false;
    if (m_state.phase == SourceState::Phase::Empty)
        emit changed();
    else
        inspect();
}

void SourcePresenter::setPath(const QString &path)
{
    if (path == m_state.path)
        return;
    m_state.path = path;
    m_state.systemCorrected = false;
    m_firstFailure.reset();
    m_state.missing = false;
    m_nextWanted = false;
    m_stop.request_stop();
    ++m_question;
    if (path.trimmed().isEmpty()) {
        m_typing.stop();
        m_state.phase = SourceState::Phase::Empty;
    } else {
        m_state.phase = SourceState::Phase::Reading;
        m_state.percent = 0;
        m_typing.start();
    }
    emit changed();
}

void SourcePresenter::open(const QString &path)
{
    m_state.path = path;
    m_state.systemCorrected = false;
    m_firstFailure.reset();
    m_state.missing = false;
    m_nextWanted = false;
    inspect();
}

void SourcePresenter::readAgain()
{
    if (m_state.phase == SourceState::Phase::Failed)
        inspect();
}

void SourcePresenter::next()
{
    switch (m_state.phase) {
    case SourceState::Phase::Ready:
        emit accepted();
        return;
    case SourceState::Phase::Empty:
        m_state.missing = true;
        emit changed();
        return;
    case SourceState::Phase::Reading:
        m_nextWanted = true;
        if (m_typing.isActive())
            inspect();
        return;
    case SourceState::Phase::Failed: // perhaps it has been mended meanwhile
        m_nextWanted = true;
        inspect();
        return;
    }
}

void SourcePresenter::inspect()
{
    m_typing.stop();
    m_stop.request_stop();
    m_stop = base::StopSource();
    const quint64 question = ++m_question;
    const QString path = QFileInfo(m_state.path.trimmed()).absoluteFilePath();
    m_state.phase = SourceState::Phase::Reading;
    m_state.percent = 0;
    emit changed();
    m_service.inspect(
        this, path, m_state.system, m_stop.get_token(),
        [this, question](qint64 done, qint64 total) {
            const int percent = total > 0 ? static_cast<int>(done * 100 / total) : 0;
            if (question != m_question || percent == m_state.percent)
                return;
            m_state.percent = percent;
            emit changed();
        },
        [this, question, path](base::Result<records::SourceInfo> info) {
            if (question == m_question)
                answered(path, std::move(info));
        });
}

static records::System otherOf(records::System system)
{
    return system == records::System::Amocrm ? records::System::Bitrix24 : records::System::Amocrm;
}

/// The file knows better than the switch. Asked once a file, so that two readers cannot play ball.
bool SourcePresenter::tryOtherSystem()
{
    if (m_state.systemCorrected)
        return false;
    m_state.system = otherOf(m_state.system);
    m_state.systemCorrected = true;
    inspect();
    return true;
}

void SourcePresenter::answered(const QString &path, base::Result<records::SourceInfo> info)
{
    if (!info) {
        const bool unreadable = info.error().code == base::ErrorCode::SourceUnreadable;
        const base::Error shown = m_firstFailure.value_or(info.error());
        m_firstFailure = shown;
        if (unreadable && tryOtherSystem())
            return;
        if (m_state.systemCorrected) { // neither can read it: it is not of the other one either
            m_state.system = otherOf(m_state.system);
            m_state.systemCorrected = false;
        }
        m_firstFailure.reset();
        fail(shown);
        return;
    }
    m_firstFailure.reset();
    m_state.phase = SourceState::Phase::Ready;
    m_state.info = std::move(*info);
    m_service.rememberFile(path);
    m_state.recent = m_service.recentFiles();
    const bool go = std::exchange(m_nextWanted, false) && !m_state.systemCorrected; // a change of the choice is seen before going on
    emit recognised();
    emit changed();
    if (go)
        emit accepted();
}

void SourcePresenter::fail(const base::Error &error)
{
    m_nextWanted = false;
    m_state.phase = SourceState::Phase::Failed;
    m_state.error = error;
    emit changed();
}

} // namespace pfx::ui
