// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/step_strip.h"

#include "ui/common/buttons.h"
#include "ui/common/flow_layout.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr int IconExtent = 22;

Tone toneOf(StripStep::State state)
{
    switch (state) {
    case StripStep::State::Done:
        return Tone::Success;
    case StripStep::State::Current:
        return Tone::Info;
    case StripStep::State::Waiting:
        return Tone::Warning;
    case StripStep::State::Failed:
        return Tone::Error;
    case StripStep::State::Later:
        break;
    }
    return Tone::Muted;
}

QString iconOf(StripStep::State state)
{
    switch (state) {
    case StripStep::State::Done:
        return QStringLiteral("vcs-normal");
    case StripStep::State::Current:
        return QStringLiteral("view-refresh");
    case StripStep::State::Waiting:
        return QStringLiteral("data-warning");
    case StripStep::State::Failed:
        return QStringLiteral("window-close");
    case StripStep::State::Later:
        break;
    }
    return QStringLiteral("clock");
}

} // namespace

class StepStrip::Item : public QWidget
{
public:
    Item(const QString &objectName, bool first, QWidget *parent)
        : QWidget(parent), m_arrow(new IconLabel(QStringLiteral("go-next"), Tone::Muted)), m_icon(new IconLabel({}, Tone::Muted, IconExtent)),
          m_fact(new TextLabel), m_sentence(new TextLabel({}, TextRole::Caption, Tone::Muted)), link(linkButton({}, objectName))
    {
        QFont bold = m_fact->font();
        bold.setWeight(QFont::DemiBold);
        m_fact->setFont(bold);
        link->setProperty("pfxAlignLeft", true);
        link->setMaximumHeight(metrics::ChipHeight);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        for (QWidget *widget : std::initializer_list<QWidget *>{m_fact, m_sentence, link})
            words->addWidget(widget, 0, Qt::AlignLeft);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins({});
        row->setSpacing(metrics::Spacing);
        row->addWidget(m_arrow);
        row->addWidget(m_icon);
        row->addLayout(words);
        m_arrow->setVisible(!first);
        setFocusPolicy(Qt::NoFocus);
    }

    void fill(const StripStep &step)
    {
        m_icon->setIcon(iconOf(step.state), toneOf(step.state));
        m_fact->setText(step.fact);
        m_fact->setTone(step.state == StripStep::State::Later ? Tone::Muted : Tone::Text);
        m_sentence->setText(step.sentence);
        m_sentence->setVisible(!step.sentence.isEmpty());
        link->setText(step.link);
        link->setAccessibleName(QStringLiteral("%1: %2").arg(step.fact, step.link));
        link->setVisible(!step.link.isEmpty());
        setAccessibleName(step.sentence.isEmpty() ? step.fact : QStringLiteral("%1: %2").arg(step.fact, step.sentence));
    }

private:
    IconLabel *m_arrow, *m_icon;
    TextLabel *m_fact, *m_sentence;

public:
    Button *link;
};

StepStrip::StepStrip(const QString &objectName, const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StepStrip::setSteps(const QVector<StripStep> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    while (m_items.size() > steps.size())
        delete m_items.takeLast();
    while (m_items.size() < steps.size()) {
        const int number = static_cast<int>(m_items.size());
        auto *item = new Item(QStringLiteral("%1Link%2").arg(objectName()).arg(number), number == 0, this);
        connect(item->link, &QAbstractButton::clicked, this, [this, number] { emit linkActivated(number); });
        layout()->addWidget(item);
        m_items.append(item);
    }
    QStringList said;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        m_items.at(i)->fill(steps.at(i));
        said.append(m_items.at(i)->accessibleName());
    }
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    layout()->invalidate();
    updateGeometry();
}

} // namespace pfx::ui
