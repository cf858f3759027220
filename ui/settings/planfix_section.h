// SPDX-License-Identifier: GPL-3.0-or-later
// The section «Планфикс»: account and key with the check, how an order becomes a task, pace. GUI thread.
#pragma once

#include <QWidget>

namespace pfx::ui {

class Banner;
class Button;
class PlanfixForms;
class SettingsPresenter;
class TextLabel;
struct Services;

/// «Не сохранено: …» with «Сохранить» and «Вернуть как было», for forms that are saved as a whole.
class SaveBar : public QWidget {
    Q_OBJECT

public:
    explicit SaveBar(PlanfixForms &forms, const QString &objectName, QWidget *parent = nullptr);

    /// Sections that have nothing of it to save hide it.
    void setWanted(bool wanted);

private:
    void refresh();

    PlanfixForms &m_forms;
    Banner *m_banner;
    QString m_shown;
    bool m_isWanted = true;
};

class PlanfixSection : public QWidget {
    Q_OBJECT

public:
    PlanfixSection(Services &services, PlanfixForms &forms, SettingsPresenter &settings, QWidget *parent = nullptr);

private:
    QWidget *keyCard();
    void refresh();

    Services &m_services;
    PlanfixForms &m_forms;
    Button *m_removeKey;
};

} // namespace pfx::ui
