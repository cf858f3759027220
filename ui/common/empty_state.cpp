// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/empty_state.h"

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

class Circle : public QWidget
{
public:
    explicit Circle(const QString &icon, QWidget *parent) : QWidget(parent), m_icon(icon) { setFixedSize(96, 96); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor accent = toneColor(palette(), Tone::Info);
        const QColor fill = mix(primaryFill(palette()), palette().color(QPalette::Window), isDark(palette()) ? 0.3 : 0.12);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawEllipse(rect());
        paintIcon(&painter, QRect(26, 26, 44, 44), m_icon, accent, fill);
    }

private:
    QString m_icon;
};

} // namespace

EmptyState::EmptyState(const QString &icon, const QString &promise, const QString &sentence, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(promise);
    m_layout = new QVBoxLayout(this);
    m_layout->setSpacing(metrics::Spacing);
    m_layout->addStretch(2);
    m_layout->addWidget(new Circle(icon, this), 0, Qt::AlignHCenter);
    m_layout->addSpacing(8);
    auto *title = new TextLabel(promise, TextRole::PageTitle, Tone::Text, this);
    auto *words = new TextLabel(sentence, TextRole::Body, Tone::Muted, this);
    for (TextLabel *label : {title, words}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        m_layout->addWidget(label);
    }
    m_layout->addSpacing(4);
    m_actions = new QVBoxLayout;
    m_actions->setSpacing(metrics::Spacing);
    m_layout->addLayout(m_actions);
    m_layout->addStretch(3);
}

Button *EmptyState::setPrimary(const QString &text, const QString &objectName, const QString &icon)
{
    auto *button = primaryButton(text, objectName, icon, this);
    m_actions->insertWidget(0, button, 0, Qt::AlignHCenter);
    return button;
}

Button *EmptyState::setLink(const QString &text, const QString &objectName)
{
    auto *button = linkButton(text, objectName, this);
    m_actions->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::setReassurances(const QVector<Reassurance> &cards)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::CardSpacing);
    row->addStretch(1);
    for (const Reassurance &reassurance : cards) {
        auto *card = new Card(this);
        card->setMaximumWidth(264);
        card->setMinimumWidth(180);
        card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        card->body()->addWidget(new IconLabel(reassurance.icon, Tone::Info, 22, card));
        auto *fact = new TextLabel(reassurance.fact, TextRole::Body, Tone::Text, card);
        QFont bold = fact->font();
        bold.setWeight(QFont::DemiBold);
        fact->setFont(bold);
        auto *sentence = new TextLabel(reassurance.sentence, TextRole::Caption, Tone::Muted, card);
        for (TextLabel *label : {fact, sentence}) {
            label->setWordWrap(true);
            card->body()->addWidget(label);
        }
        card->body()->addStretch(1);
        row->addWidget(card, 8);
    }
    row->addStretch(1);
    m_layout->insertSpacing(m_layout->count() - 1, metrics::PageMargin);
    m_layout->insertLayout(m_layout->count() - 1, row);
}

} // namespace pfx::ui
