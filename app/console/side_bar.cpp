// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/side_bar.h"

#include "app/console/search_button.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace pfx::console {

using namespace ui;

namespace {

class Mark : public QWidget
{
public:
    explicit Mark(QWidget *parent) : QWidget(parent) { setFixedSize(32, 32); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        applicationIcon().paint(&painter, rect());
    }
};

} // namespace

SideBar::SideBar(QWidget *parent) : QWidget(parent)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 16, 1, 8);
    m_layout->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 8, 0);
    head->setSpacing(10);
    head->addWidget(new Mark(this));
    m_words = new QWidget(this);
    auto *words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(1);
    auto *name = new TextLabel(QStringLiteral("Planfix Console"), TextRole::Body, Tone::Text, m_words);
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    m_subtitle = new TextLabel({}, TextRole::Small, Tone::Muted, m_words);
    words->addWidget(name);
    words->addWidget(m_subtitle);
    head->addWidget(m_words, 1, Qt::AlignVCenter);
    m_layout->addLayout(head);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(12, 0, 12, 0);
    m_search = new SearchButton(this);
    searchRow->addWidget(m_search);
    m_layout->addLayout(searchRow);
    m_navigation = new Navigation(this);
    m_layout->addWidget(m_navigation, 1);
    connect(m_search, &QAbstractButton::clicked, this, &SideBar::searchRequested);
    setNarrow(false);
}

void SideBar::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

void SideBar::setNarrow(bool narrow)
{
    m_words->setVisible(!narrow);
    m_navigation->setNarrow(narrow);
    setFixedWidth((narrow ? metrics::NavigationNarrowWidth : metrics::NavigationWidth) + 1);
}

void SideBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), sideSurface(palette()));
    painter.fillRect(width() - 1, 0, 1, height(), hairline(palette()));
}

} // namespace pfx::console
