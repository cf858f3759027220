// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_presenter.h"

#include "core/store/store.h"
#include "core/texts/technical.h"
#include "ui/common/background.h"

namespace pfx::ui {

using base::Result;
using store::Connection;

SettingsPresenter::SettingsPresenter(Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    for (const settings::Definition &definition : settings::definitions())
        m_states.insert(definition.key, {definition.byDefault, definition.byDefault, {}, false, false, {}});
}

void SettingsPresenter::reload()
{
    m_services.background.read(
        this, [](Connection &db) { return settings::Settings::load(db); },
        [this](Result<settings::Settings> kept) {
            if (kept) {
                m_error.reset();
                return adopt(*kept);
            }
            m_error = kept.error();
            emit failed();
        },
        QStringLiteral("settings"));
}

void SettingsPresenter::adopt(const settings::Settings &kept)
{
    m_isLoaded = true;
    for (auto state = m_states.begin(); state != m_states.end(); ++state) {
        const QString value = kept.text(state.key());
        const SettingState before = *state;
        if (state->text == state->kept)
            state->text = value;
        state->kept = value;
        if (*state != before)
            emit changed(state.key());
    }
    emit loaded();
}

void SettingsPresenter::edit(const QString &key, const QString &text)
{
    SettingState &state = m_states[key];
    if (state.text == text)
        return;
    state.text = text;
    state.error.clear();
    state.isSaved = false;
    emit changed(key);
}

void SettingsPresenter::commit(const QString &key)
{
    SettingState &state = m_states[key];
    const settings::Definition *definition = settings::find(key);
    if (!definition || state.isSaving)
        return;
    const auto value = settings::checked(*definition, state.text);
    state.error = value ? QString() : texts::technical(value.error().detail);
    if (!value) {
        emit changed(key);
        return;
    }
    // An emptied field is the default again.
    const QString meant = value->isEmpty() ? definition->byDefault : *value;
    state.text = meant;
    if (meant == state.kept) {
        emit changed(key);
        return;
    }
    write(key, *value, state.kept);
}

void SettingsPresenter::undo(const QString &key)
{
    SettingState &state = m_states[key];
    if (!state.before)
        return;
    state.text = *state.before;
    state.error.clear();
    write(key, *state.before, std::nullopt);
}

void SettingsPresenter::write(const QString &key, const QString &value, std::optional<QString> before)
{
    m_states[key].isSaving = true;
    emit changed(key);
    m_services.background.run(
        this, [&store = m_services.store, key, value] { return store.writer().run([&](Connection &db) { return settings::write(db, key, value); }); },
        [this, key, before = std::move(before)](const Result<void> &written) {
            SettingState &state = m_states[key];
            state.isSaving = false;
            if (!written) {
                m_error = written.error();
                emit changed(key);
                emit failed();
                return;
            }
            state.kept = state.text;
            state.before = before;
            state.isSaved = true;
            emit changed(key);
            emit saved(key);
        });
}

} // namespace pfx::ui
