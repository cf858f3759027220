// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/planfix_section.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"
#include "ui/forms/check_list.h"
#include "ui/forms/connection_fields.h"
#include "ui/forms/mapping_form.h"
#include "ui/forms/planfix_forms.h"
#include "ui/settings/setting_row.h"

#include <QBoxLayout>

namespace pfx::ui {

SaveBar::SaveBar(PlanfixForms &forms, const QString &objectName, QWidget *parent) : QWidget(parent), m_forms(forms)
{
    setObjectName(objectName);
    m_banner = new Banner(objectName + QStringLiteral("Banner"));
    parts::column(this)->addWidget(m_banner);
    connect(&forms, &PlanfixForms::changed, this, &SaveBar::refresh);
    refresh();
}

void SaveBar::refresh()
{
    const SavingState &state = m_forms.state();
    const QString shown = QString::number(static_cast<int>(state.phase)) + state.unsaved.join(QLatin1Char('|'))
        + (state.error ? state.error->where + state.error->detail : QString());
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_banner->clear();
    const bool isFailed = state.phase == SavingState::Phase::Failed && state.error;
    if (!isFailed && !state.isUnsaved()) {
        if (state.phase == SavingState::Phase::Done)
            m_banner->showMessage(Severity::Success, tr("Saved, and in force already"));
        return setWanted(m_isWanted);
    }
    Button *save = m_banner->addAction(isFailed ? tr("Try again") : tr("Save"), QStringLiteral("saveForms"), ButtonKind::Primary,
                                       QStringLiteral("document-save"));
    save->setEnabled(state.phase != SavingState::Phase::Running);
    connect(save, &QPushButton::clicked, &m_forms, [this] { m_forms.save(PlanfixForms::Keys::Kept); });
    Button *revert = m_banner->addAction(tr("As it was"), QStringLiteral("revertForms"), ButtonKind::Normal, QStringLiteral("edit-undo"));
    connect(revert, &QPushButton::clicked, &m_forms, &PlanfixForms::revert);
    if (isFailed)
        m_banner->showError(*state.error);
    else
        m_banner->showMessage(Severity::Warning, tr("Not saved yet: %1").arg(state.unsaved.join(QStringLiteral(", "))));
    setWanted(m_isWanted);
}

void SaveBar::setWanted(bool wanted)
{
    m_isWanted = wanted;
    setVisible(wanted && !m_banner->isHidden());
}

PlanfixSection::PlanfixSection(Services &services, PlanfixForms &forms, SettingsPresenter &settings, QWidget *parent)
    : QWidget(parent), m_services(services), m_forms(forms)
{
    setObjectName(QStringLiteral("planfixSection"));
    QBoxLayout *column = parts::column(this);
    column->addWidget(keyCard());
    auto *check = new CheckList(forms.connection());
    column->addWidget(check);
    auto *mapping = new MappingForm(forms.mapping());
    connect(mapping, &MappingForm::checkWanted, &forms.connection(), &ConnectionPresenter::check);
    column->addWidget(mapping);
    auto *pace = new Card(tr("Pace"));
    pace->body()->addWidget(new SettingRow(settings, QStringLiteral("planfix.requests-per-second"), tr("Requests a second")));
    pace->body()->addWidget(new SettingRow(settings, QStringLiteral("planfix.look-seconds"), tr("Look for changed tasks every so many seconds")));
    column->addWidget(pace);
    connect(&forms, &PlanfixForms::changed, this, &PlanfixSection::refresh);
    refresh();
}

QWidget *PlanfixSection::keyCard()
{
    auto *card = new Card(tr("Account and key"));
    card->body()->addWidget(new AccountField(m_forms.connection()));
    auto *key = new KeyField(m_forms.connection());
    card->body()->addWidget(key);
    connect(key, &KeyField::entered, &m_forms.connection(), &ConnectionPresenter::check);
    m_removeKey = dangerButton(tr("Remove the key…"), QStringLiteral("removeKey"), QStringLiteral("edit-delete"));
    card->body()->addWidget(m_removeKey, 0, Qt::AlignLeft);
    connect(m_removeKey, &QPushButton::clicked, this, [this] {
        Question question;
        question.title = tr("Remove the key from this computer?");
        question.sentence = tr("Orders stay here and wait until another key is given. In Planfix itself the key stays valid: switch it off there.");
        question.verb = tr("Remove the key");
        question.keep = tr("Keep it");
        m_services.prompt.confirm(this, question, [this] { m_forms.removeKey(); });
    });
    return card;
}

void PlanfixSection::refresh()
{
    const ConnectionState &state = m_forms.connection().state();
    m_removeKey->setVisible(state.hasKey && !state.keyIsGiven);
}

} // namespace pfx::ui
