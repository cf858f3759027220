// SPDX-License-Identifier: GPL-3.0-or-later
// One provider of the list: name, state, balance, what a check has shown, and its buttons. GUI thread.
#pragma once

#include "ui/sms/providers_presenter.h"

#include <QWidget>

class QToolButton;

namespace pfx::ui {

class Banner;
class Button;
class ChipLabel;
class TextLabel;

class ProviderRow : public QWidget {
    Q_OBJECT

public:
    explicit ProviderRow(int place, QWidget *parent = nullptr);

    void show(const ProviderView &view, const ProvidersState &state, int count, qint64 nowMs);
    const QString &name() const { return m_name; }

signals:
    void checkChosen(const QString &name);
    void editChosen(const QString &name);
    void removeChosen(const QString &name);
    void moveChosen(const QString &name, int by);
    void pauseChosen(const QString &name, sms::Pause pause);
    void wakeChosen();

private:
    void buildButtons();
    void showCheck(const ProvidersState::Checked &checked);

    const int m_place;
    QString m_name;
    bool m_paused = false, m_standsStill = false;
    TextLabel *m_title, *m_about;
    ChipLabel *m_chip;
    Banner *m_trouble, *m_checkBanner;
    Button *m_check = nullptr, *m_pause = nullptr, *m_edit = nullptr, *m_remove = nullptr;
    QToolButton *m_up = nullptr, *m_down = nullptr;
    QString m_shownTrouble, m_shownCheck;
};

} // namespace pfx::ui
