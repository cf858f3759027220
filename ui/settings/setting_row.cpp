// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_row.h"

#include "core/texts/texts.h"
#include "ui/common/field.h"
#include "ui/common/icons.h"
#include "ui/common/step_parts.h"
#include "ui/settings/settings_presenter.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>

namespace pfx::ui {

SettingRow::SettingRow(SettingsPresenter &presenter, const QString &key, const QString &label, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_key(key)
{
    auto *column = parts::column(this);
    column->setSpacing(metrics::PairSpacing);
    buildEditor(label);
    m_after = new QWidget;
    auto *after = new QHBoxLayout(m_after);
    after->setContentsMargins({});
    after->setSpacing(metrics::PairSpacing);
    m_saved = new TextLabel(tr("Saved"), TextRole::Caption, Tone::Success);
    m_undo = linkButton(tr("Take back"), key + QStringLiteral("-undo"));
    m_undo->setAccessibleName(tr("Take back: %1").arg(label));
    after->addWidget(new IconLabel(toneIcon(Tone::Success), Tone::Success));
    after->addWidget(m_saved);
    after->addWidget(m_undo);
    after->addStretch(1);
    column->addWidget(m_after);
    connect(m_undo, &QPushButton::clicked, this, [this] { m_presenter.undo(m_key); });
    connect(&presenter, &SettingsPresenter::changed, this, [this](const QString &changed) {
        if (changed == m_key)
            refresh();
    });
    refresh();
}

void SettingRow::buildEditor(const QString &label)
{
    const settings::Definition *definition = settings::find(m_key);
    if (definition->kind == settings::Kind::Flag) {
        m_check = new QCheckBox(label);
        m_check->setObjectName(m_key);
        m_check->setAccessibleName(label);
        m_check->setAccessibleDescription(texts::setting(m_key));
        layout()->addWidget(m_check);
        connect(m_check, &QCheckBox::toggled, this, [this](bool on) { enter(on ? QStringLiteral("true") : QStringLiteral("false")); });
        return;
    }
    m_edit = new QLineEdit;
    m_edit->setObjectName(m_key);
    m_edit->setAccessibleName(label);
    m_field = new Field(label, m_edit, m_key);
    m_field->setHint(texts::setting(m_key));
    layout()->addWidget(m_field);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) { m_presenter.edit(m_key, text); });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { m_presenter.commit(m_key); });
}

void SettingRow::setHint(const QString &hint)
{
    if (m_field)
        m_field->setHint(hint.isEmpty() ? texts::setting(m_key) : hint);
}

void SettingRow::addBeside(QWidget *widget)
{
    if (m_field)
        m_field->addBeside(widget);
}

void SettingRow::enter(const QString &text)
{
    m_presenter.edit(m_key, text);
    m_presenter.commit(m_key);
}

void SettingRow::focusFirst()
{
    (m_edit ? static_cast<QWidget *>(m_edit) : m_check)->setFocus(Qt::OtherFocusReason);
}

void SettingRow::refresh()
{
    const SettingState state = m_presenter.of(m_key);
    if (m_check) {
        const QSignalBlocker blocker(m_check);
        m_check->setChecked(state.text == QLatin1String("true"));
    } else {
        if (m_edit->text() != state.text)
            m_edit->setText(state.text);
        m_field->setError(state.error);
    }
    m_after->setVisible(state.isSaved);
    m_undo->setVisible(state.before.has_value());
}

} // namespace pfx::ui
