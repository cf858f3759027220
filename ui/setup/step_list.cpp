// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/step_list.h"

#include "ui/common/icons.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {
constexpr int circleSize = 24;
constexpr int gap = 10;
constexpr int margin = 6;
} // namespace

class StepList::Step : public QAbstractButton {
public:
    Step(const QString &title, int number, QWidget *parent) : QAbstractButton(parent), m_number(number)
    {
        setText(title);
        setObjectName(QStringLiteral("setupStep%1").arg(number));
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    void setState(bool current, const StepMark &mark)
    {
        m_isCurrent = current;
        m_mark = mark;
        const QString state = current                                ? StepList::tr("current")
            : mark.state == StepMark::State::Done    ? StepList::tr("done")
            : mark.state == StepMark::State::Trouble ? StepList::tr("needs attention")
                                                     : StepList::tr("open");
        setAccessibleName(StepList::tr("Step %1, %2, %3").arg(m_number).arg(text(), state));
        setAccessibleDescription(mark.note);
        setToolTip(mark.note);
        update();
    }

    QSize sizeHint() const override
    {
        const int lines = QFontMetrics(font()).height() + QFontMetrics(scaled(font(), TextRole::Caption)).height();
        return {180, lines + 2 * margin + 2};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintCircle(painter);
        QFont words = font();
        words.setWeight(m_isCurrent ? QFont::DemiBold : QFont::Normal);
        const QRect place = rect().adjusted(margin + circleSize + gap, margin, -margin, -margin);
        painter.setFont(words);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(place, Qt::AlignTop | Qt::AlignLeft, text());
        painter.setFont(scaled(font(), TextRole::Caption));
        painter.setPen(toneColor(palette(), m_mark.state == StepMark::State::Trouble ? Tone::Error : Tone::Muted));
        painter.drawText(place, Qt::AlignBottom | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_mark.note, Qt::ElideRight, place.width()));
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(primaryFill(palette()), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::FieldRadius, metrics::FieldRadius);
        }
    }

private:
    void paintCircle(QPainter &painter) const
    {
        const QRectF circle(margin, margin + 4, circleSize, circleSize);
        const QColor page = palette().color(QPalette::Window);
        QFont small = scaled(font(), TextRole::Caption);
        small.setWeight(QFont::DemiBold);
        painter.setFont(small);
        const bool hasIcon = !m_isCurrent && m_mark.state != StepMark::State::Open;
        if (hasIcon) {
            const Tone tone = m_mark.state == StepMark::State::Done ? Tone::Success : Tone::Error;
            painter.setPen(Qt::NoPen);
            painter.setBrush(mix(toneColor(palette(), tone), page, 0.22));
            painter.drawEllipse(circle);
            const QString icon = tone == Tone::Success ? QStringLiteral("dialog-ok-apply") : QStringLiteral("data-warning");
            paintIcon(&painter, circle.adjusted(4, 4, -4, -4), icon, toneColor(palette(), tone), page);
            return;
        }
        painter.setPen(m_isCurrent ? QPen(Qt::NoPen) : QPen(toneColor(palette(), Tone::Muted), 1.2));
        painter.setBrush(m_isCurrent ? QBrush(primaryFill(palette())) : QBrush(Qt::NoBrush));
        painter.drawEllipse(m_isCurrent ? circle : circle.adjusted(1, 1, -1, -1));
        painter.setPen(m_isCurrent ? onPrimary(palette()) : toneColor(palette(), Tone::Muted));
        painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
    }

    int m_number;
    bool m_isCurrent = false;
    StepMark m_mark;
};

StepList::StepList(const QStringList &titles, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("setupSteps"));
    setAccessibleName(tr("Steps"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::PairSpacing);
    for (int i = 0; i < titles.size(); ++i) {
        auto *step = new Step(titles[i], i + 1, this);
        step->installEventFilter(this);
        connect(step, &QAbstractButton::clicked, this, [this, i] { emit stepRequested(i); });
        column->addWidget(step);
        m_steps.append(step);
    }
}

void StepList::setSteps(int current, const QVector<StepMark> &marks)
{
    for (int i = 0; i < m_steps.size(); ++i)
        m_steps[i]->setState(i == current, marks.value(i));
}

bool StepList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *step = static_cast<Step *>(watched);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const auto at = m_steps.indexOf(step);
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        const auto next = at + (key == Qt::Key_Down ? 1 : -1);
        if (next >= 0 && next < m_steps.size())
            m_steps[next]->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        step->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pfx::ui
