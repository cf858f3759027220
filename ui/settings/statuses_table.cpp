// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/statuses_table.h"

#include "core/base/text_keys.h"
#include "core/texts/order_texts.h"
#include "ui/common/buttons.h"
#include "ui/common/step_parts.h"
#include "ui/settings/settings_presenter.h"

#include <QGridLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QSet>

namespace pfx::ui {

namespace {

const QString statusesKey = QStringLiteral("orders.statuses");

QStringList namesIn(const QString &line)
{
    QStringList names;
    for (const QString &name : line.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            names.append(name.simplified());
    }
    return names;
}

} // namespace

QString StatusesTable::repeated(const QStringList &lines)
{
    QSet<QString> seen;
    for (const QString &line : lines) {
        for (const QString &name : namesIn(line)) {
            const QString key = base::searchKey(name);
            if (seen.contains(key))
                return name;
            seen.insert(key);
        }
    }
    return {};
}

StatusesTable::StatusesTable(SettingsPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("statusesTable"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(metrics::CardSpacing);
    grid->setVerticalSpacing(metrics::Spacing);
    grid->setColumnStretch(1, 1);
    grid->addWidget(parts::caption(tr("Here")), 0, 0);
    grid->addWidget(parts::caption(tr("In Planfix: the first is set, the others are understood")), 0, 1);
    for (const orders::Status status : orders::allStatuses()) {
        const int row = grid->rowCount();
        const QString name = texts::text(status);
        auto *label = new TextLabel(name);
        auto *edit = new QLineEdit;
        edit->setObjectName(QStringLiteral("status-") + orders::name(status));
        edit->setAccessibleName(tr("Statuses in Planfix for “%1”").arg(name));
        label->setBuddy(edit);
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
        m_lines.append({status, edit});
        connect(edit, &QLineEdit::editingFinished, this, &StatusesTable::commit);
    }
    const int row = grid->rowCount();
    m_state = new TextLabel({}, TextRole::Caption, Tone::Muted);
    m_undo = linkButton(tr("Take back"), QStringLiteral("statuses-undo"));
    m_undo->setAccessibleName(tr("Take back: statuses"));
    grid->addWidget(m_undo, row, 0, Qt::AlignLeft);
    grid->addWidget(m_state, row, 1);
    connect(m_undo, &QPushButton::clicked, this, [this] { m_presenter.undo(statusesKey); });
    connect(&presenter, &SettingsPresenter::changed, this, [this](const QString &key) {
        if (key == statusesKey)
            refresh();
    });
    connect(&presenter, &SettingsPresenter::loaded, this, &StatusesTable::refresh);
    refresh();
}

void StatusesTable::refresh()
{
    const SettingState state = m_presenter.of(statusesKey);
    const QJsonObject names = QJsonDocument::fromJson(state.text.toUtf8()).object();
    for (const auto &[status, edit] : m_lines) {
        const QString line = names.value(orders::name(status)).toString();
        if (!edit->hasFocus() || namesIn(edit->text()) != namesIn(line))
            edit->setText(line);
    }
    m_undo->setVisible(state.before.has_value() && state.isSaved);
    m_state->setTone(state.isSaved ? Tone::Success : Tone::Muted);
    m_state->setText(state.isSaved ? tr("Saved") : QString());
}

void StatusesTable::commit()
{
    QStringList lines;
    QJsonObject names;
    for (const auto &[status, edit] : m_lines) {
        lines.append(edit->text());
        names.insert(orders::name(status), namesIn(edit->text()).join(QStringLiteral(", ")));
    }
    if (const QString twice = repeated(lines); !twice.isEmpty()) {
        m_state->setTone(Tone::Error);
        m_state->setText(tr("“%1” stands in two lines: a change in Planfix could mean either").arg(twice));
        return;
    }
    m_presenter.edit(statusesKey, QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact)));
    m_presenter.commit(statusesKey);
}

} // namespace pfx::ui
