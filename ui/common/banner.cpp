// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include "core/texts/texts.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Success:
        return Tone::Success;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Error:
        return Tone::Error;
    case Severity::Info:
        break;
    }
    return Tone::Info;
}

QString iconOf(Severity severity)
{
    return toneIcon(toneOf(severity));
}

} // namespace

Banner::Banner(const QString &objectName, QWidget *parent) : QFrame(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    m_icon = new IconLabel({}, Tone::Info, 22, this);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::PairSpacing);
    row->addLayout(words, 1);
    m_fact = new TextLabel({}, TextRole::Body, Tone::Text, this);
    QFont bold = m_fact->font();
    bold.setWeight(QFont::DemiBold);
    m_fact->setFont(bold);
    m_sentence = new TextLabel({}, TextRole::Body, Tone::Text, this);
    m_technical = new TextLabel({}, TextRole::Caption, Tone::Muted, this);
    for (QLabel *label : {m_fact, m_sentence, m_technical}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label);
    }
    m_actionRow = new QWidget(this);
    m_actions = new QHBoxLayout(m_actionRow);
    m_actions->setContentsMargins(0, 4, 0, 0);
    m_actions->setSpacing(metrics::Spacing);
    m_actions->addStretch(1);
    m_more = new Button(tr("Details"), objectName + QStringLiteral("More"), ButtonKind::Link, QStringLiteral("go-next"), m_actionRow);
    m_more->setCheckable(true);
    m_actions->addWidget(m_more);
    words->addWidget(m_actionRow);
    connect(m_more, &QPushButton::toggled, this, [this](bool open) {
        m_technical->setVisible(open);
        m_more->setIconName(open ? QStringLiteral("go-down") : QStringLiteral("go-next"));
    });
    m_technical->hide();
    hide();
}

void Banner::showMessage(Severity severity, const QString &fact, const QString &sentence, const QString &technical)
{
    m_severity = severity;
    m_icon->setIcon(iconOf(severity), toneOf(severity));
    m_fact->setText(fact);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_technical->setText(technical);
    m_more->setChecked(false);
    m_more->setVisible(!technical.isEmpty());
    m_actionRow->setVisible(m_actions->count() > 2 || !technical.isEmpty());
    const QString said[] = {tr("Information"), tr("Success"), tr("Warning"), tr("Error")};
    setAccessibleName(QStringLiteral("%1: %2").arg(said[static_cast<int>(severity)], fact));
    setAccessibleDescription(sentence);
    show();
    update();
}

void Banner::showError(const base::Error &error)
{
    base::Error plain = error;
    if (error.code == base::ErrorCode::Storage || error.code == base::ErrorCode::StorageDamaged)
        plain.detail.clear(); // the database's own English and its SQL: folded away
    const texts::ErrorText words = texts::describe(plain);
    QStringList technical{base::name(error.code)};
    for (const QString &part : {error.where, error.detail}) {
        if (!part.isEmpty())
            technical << part;
    }
    showMessage(Severity::Error, words.message, words.advice, technical.join(QLatin1Char('\n')));
}

void Banner::clear()
{
    for (QPushButton *button : m_actionRow->findChildren<QPushButton *>()) {
        if (button != m_more) {
            m_actions->removeWidget(button);
            button->hide();
            button->deleteLater();
        }
    }
    hide();
}

Button *Banner::addAction(const QString &text, const QString &actionName, ButtonKind kind, const QString &icon)
{
    auto *button = new Button(text, actionName, kind, icon, m_actionRow);
    m_actions->insertWidget(m_actions->count() - 2, button);
    m_actionRow->show();
    return button;
}

QString Banner::fact() const
{
    return m_fact->text();
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    const QColor color = toneColor(palette(), toneOf(m_severity));
    const QColor surface = palette().color(QPalette::Base);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mix(color, surface, 0.35));
    painter.setBrush(mix(color, surface, isDark(palette()) ? 0.1 : 0.07));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::CardRadius, metrics::CardRadius);
}

} // namespace pfx::ui
