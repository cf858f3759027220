// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the settings page, each by itself: checked as it is left, written at once, said to be saved, and taken back on a wish. Goes by
// the table of definitions. GUI thread.
#pragma once

#include "core/settings/settings.h"
#include "ui/common/services.h"

#include <QObject>

#include <optional>

namespace pfx::ui {

struct SettingState {
    QString text; ///< As typed; the kept value otherwise.
    QString kept; ///< In the store; the default when it was never set.
    QString error; ///< Why `text` is not acceptable.
    bool isSaving = false;
    bool isSaved = false; ///< Was written since the page was opened.
    std::optional<QString> before; ///< What «Вернуть» brings back.

    bool operator==(const SettingState &) const = default;
};

class SettingsPresenter : public QObject {
    Q_OBJECT

public:
    explicit SettingsPresenter(Services &services, QObject *parent = nullptr);

    SettingState of(const QString &key) const { return m_states.value(key); }
    bool isLoaded() const { return m_isLoaded; }
    const std::optional<base::Error> &error() const { return m_error; } ///< Why they cannot be read or written.

    /// What is kept now, also by other programs; what is being typed stays.
    void reload();
    void edit(const QString &key, const QString &text);
    /// The field was left: writes it when it is acceptable and another one.
    void commit(const QString &key);
    void undo(const QString &key);

signals:
    void changed(const QString &key);
    void loaded();
    void saved(const QString &key);
    void failed(); ///< error() is new.

private:
    void adopt(const settings::Settings &kept);
    void write(const QString &key, const QString &value, std::optional<QString> before);

    Services &m_services;
    QHash<QString, SettingState> m_states;
    std::optional<base::Error> m_error;
    bool m_isLoaded = false;
};

} // namespace pfx::ui
