// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/copy_row.h"

#include "ui/common/buttons.h"
#include "ui/common/field.h"
#include "ui/common/step_parts.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTimer>

#include <chrono>

namespace pfx::ui {

using namespace std::chrono_literals;

static constexpr auto saidFor = 2s;

CopyRow::CopyRow(const QString &label, const QString &objectName, QWidget *parent) : QWidget(parent)
{
    m_edit = new QLineEdit;
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(label);
    m_edit->setReadOnly(true);
    m_field = new Field(label, m_edit, objectName);
    m_copy = plainButton(tr("Copy"), objectName + QStringLiteral("Copy"), QStringLiteral("edit-copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(label));
    m_field->addBeside(m_copy);
    parts::column(this)->addWidget(m_field);
    connect(m_copy, &QPushButton::clicked, this, &CopyRow::copy);
}

void CopyRow::setText(const QString &text)
{
    if (m_edit->text() == text)
        return;
    m_edit->setText(text);
    m_edit->setCursorPosition(0);
}

QString CopyRow::text() const
{
    return m_edit->text();
}

void CopyRow::setHint(const QString &hint)
{
    m_field->setHint(hint);
}

void CopyRow::copy()
{
    QGuiApplication::clipboard()->setText(m_edit->text());
    m_copy->setText(tr("Copied"));
    m_copy->setIconName(QStringLiteral("dialog-ok-apply"));
    QTimer::singleShot(saidFor, m_copy, [copy = m_copy] {
        copy->setText(tr("Copy"));
        copy->setIconName(QStringLiteral("edit-copy"));
    });
}

} // namespace pfx::ui
