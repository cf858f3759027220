// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/field.h"

#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace pfx::ui {

Field::Field(const QString &label, QWidget *editor, const QString &objectName, Need need, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_need(need)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::PairSpacing);
    m_label = new TextLabel({}, TextRole::Caption, Tone::Text, this);
    m_below = new TextLabel({}, TextRole::Caption, Tone::Muted, this);
    m_below->setWordWrap(true);
    m_row = new QHBoxLayout;
    m_row->setSpacing(metrics::Spacing);
    m_row->addWidget(editor, 1);
    column->addWidget(m_label);
    column->addLayout(m_row);
    column->addWidget(m_below);
    editor->setObjectName(objectName);
    m_label->setBuddy(editor);
    setLabel(label);
    showBelow();
}

void Field::setLabel(const QString &label)
{
    m_labelText = label;
    const bool required = m_need == Need::Required;
    m_label->setTextFormat(required ? Qt::RichText : Qt::PlainText);
    const QString star = QStringLiteral("%1 <span style=\"color:%2\">*</span>")
                             .arg(label.toHtmlEscaped(), toneColor(palette(), Tone::Error).name());
    m_label->setText(required ? star : label);
    m_editor->setAccessibleName(label);
    showBelow();
}

void Field::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_need == Need::Required)
        setLabel(m_labelText);
}

void Field::setHint(const QString &hint)
{
    m_hint = hint;
    showBelow();
}

void Field::setError(const QString &error)
{
    m_errorText = error;
    showBelow();
}

void Field::addBeside(QWidget *widget)
{
    m_row->addWidget(widget);
}

void Field::showBelow()
{
    const bool wrong = !m_errorText.isEmpty();
    m_below->setTone(wrong ? Tone::Error : Tone::Muted);
    m_below->setText(wrong ? m_errorText : m_hint);
    m_below->setVisible(!m_below->text().isEmpty());
    QStringList said;
    if (m_need == Need::Required)
        said << tr("required");
    if (!m_below->text().isEmpty())
        said << m_below->text();
    m_editor->setAccessibleDescription(said.join(QStringLiteral(". ")));
    if (m_editor->property("pfxError").toBool() != wrong) {
        m_editor->setProperty("pfxError", wrong);
        m_editor->update();
    }
}

} // namespace pfx::ui
