// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/details_pane.h"

#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/labels.h"
#include "ui/common/wrap_label.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace pfx::ui {

namespace {
constexpr int NarrowestKey = 84, WidestKey = 140;
}

DetailsPane::DetailsPane(const QString &objectName, const QString &accessibleName, QWidget *parent) : QScrollArea(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(248);
    clear();
}

void DetailsPane::clear()
{
    // The old content goes later: a click on one of its links may be what leads here.
    if (QWidget *old = takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    auto *card = new Card;
    m_content = card;
    m_layout = card->body();
    m_grid = nullptr;
    m_grids.clear();
    m_links = 0;
    m_keyWidth = NarrowestKey;
    setWidget(m_content);
}

void DetailsPane::setTitle(const QString &title, const Chip &chip, const QString &subtitle)
{
    auto *words = new WrapLabel(title, TextRole::Section);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(title);
    m_layout->addWidget(words);
    if (!chip.text.isEmpty())
        m_layout->addWidget(new ChipLabel(chip));
    if (!subtitle.isEmpty()) {
        m_layout->addWidget(new WrapLabel(subtitle, TextRole::Caption, Tone::Muted));
    }
    m_grid = nullptr;
}

void DetailsPane::addSection(const QString &title)
{
    if (m_layout->count() > 0) {
        m_layout->addSpacing(metrics::PairSpacing);
        m_layout->addWidget(new Hairline);
        m_layout->addSpacing(metrics::PairSpacing);
    }
    m_layout->addWidget(new TextLabel(title, TextRole::Section));
    m_grid = nullptr;
}

QGridLayout *DetailsPane::grid()
{
    if (!m_grid) {
        m_grid = new QGridLayout;
        m_grid->setHorizontalSpacing(12);
        m_grid->setVerticalSpacing(metrics::Spacing);
        m_grid->setColumnStretch(1, 1);
        m_layout->addLayout(m_grid);
        m_grids.append(m_grid);
    }
    return m_grid;
}

void DetailsPane::addValue(const QString &name, const QString &value, const QString &toolTip)
{
    auto *key = new WrapLabel(name, TextRole::Body, Tone::Muted);
    auto *words = new WrapLabel(value.isEmpty() ? QStringLiteral("—") : value);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setToolTip(toolTip);
    words->setAccessibleName(QStringLiteral("%1: %2").arg(name, words->words()));
    noteKey(*key);
    const int row = grid()->rowCount();
    m_grid->addWidget(key, row, 0, Qt::AlignTop);
    m_grid->addWidget(words, row, 1);
}

void DetailsPane::addLink(const QString &name, const QString &text, std::function<void()> open)
{
    auto *key = new TextLabel(name, TextRole::Body, Tone::Muted);
    auto *link = linkButton(text, QStringLiteral("%1Link%2").arg(objectName()).arg(++m_links));
    link->setProperty("pfxAlignLeft", true);
    link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    link->setToolTip(text);
    connect(link, &QPushButton::clicked, this, std::move(open));
    key->setBuddy(link);
    noteKey(*key);
    const int row = grid()->rowCount();
    m_grid->addWidget(key, row, 0);
    m_grid->addWidget(link, row, 1);
}

void DetailsPane::addNote(const QString &text)
{
    m_layout->addWidget(new WrapLabel(text, TextRole::Caption, Tone::Muted));
    m_grid = nullptr;
}

void DetailsPane::addEvent(const QString &iconName, Tone tone, const QString &fact, const QString &sentence)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new IconLabel(iconName, tone), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *first = new WrapLabel(fact);
    QFont medium = first->font();
    medium.setWeight(QFont::Medium);
    first->setFont(medium);
    auto *second = new WrapLabel(sentence, TextRole::Caption, Tone::Muted);
    for (WrapLabel *label : {first, second}) {
        label->setVisible(!label->text().isEmpty());
        words->addWidget(label);
    }
    row->addLayout(words, 1);
    m_layout->addLayout(row);
    m_grid = nullptr;
}

void DetailsPane::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
    m_grid = nullptr;
}

void DetailsPane::addTechnical(const QString &text)
{
    auto *more = new Button(tr("Details"), objectName() + QStringLiteral("More"), ButtonKind::Link, QStringLiteral("go-next"));
    more->setCheckable(true);
    auto *words = new WrapLabel(text, TextRole::Caption, Tone::Muted);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->hide();
    connect(more, &QPushButton::toggled, words, [more, words](bool open) {
        words->setVisible(open);
        more->setIconName(open ? QStringLiteral("go-down") : QStringLiteral("go-next"));
    });
    m_layout->addWidget(more);
    m_layout->addWidget(words);
    m_grid = nullptr;
}

void DetailsPane::noteKey(TextLabel &key)
{
    key.setMaximumWidth(WidestKey);
    m_keyWidth = qBound(m_keyWidth, key.fontMetrics().horizontalAdvance(key.text()) + 2, WidestKey);
}

void DetailsPane::finish()
{
    // One edge for the values of all sections.
    for (QGridLayout *grid : std::as_const(m_grids))
        grid->setColumnMinimumWidth(0, m_keyWidth);
    m_layout->addStretch(1);
    m_grid = nullptr;
}

} // namespace pfx::ui
