// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/step_header.h"

#include "ui/common/icons.h"

#include <QAbstractButton>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace pfx::ui {

namespace {
constexpr int Circle = 24, Gap = 8, Height = 32, LeastLine = 10, LineMargin = 9;
}

/// One step: a circle with its number or a tick, and its word.
class StepHeader::Step : public QAbstractButton
{
public:
    enum class State { Done, Current, Later };

    Step(const QString &title, int number, QWidget *parent) : QAbstractButton(parent), m_number(number)
    {
        setText(title);
        setObjectName(QStringLiteral("step%1").arg(number));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setState(State state, bool reachable)
    {
        m_state = state;
        const QString said[] = {StepHeader::tr("done"), StepHeader::tr("current"), StepHeader::tr("later")};
        setAccessibleName(StepHeader::tr("Step %1, %2, %3").arg(m_number).arg(text(), said[static_cast<int>(state)]));
        setEnabled(reachable || state == State::Current);
        setFocusPolicy(isEnabled() ? Qt::StrongFocus : Qt::NoFocus);
        setCursor(reachable && state != State::Current ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }

    QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold); // so that nothing moves when a step becomes the current one
        return {Circle + 2 + (m_narrow ? 2 : Gap + QFontMetrics(bold).horizontalAdvance(text()) + 2), Height};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
    void setNarrow(bool narrow)
    {
        m_narrow = narrow;
        setToolTip(narrow ? text() : QString());
    }
    bool isNarrow() const { return m_narrow; }
    int fullWidth() const
    {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        return Circle + 2 + Gap + QFontMetrics(bold).horizontalAdvance(text()) + 2;
    }
    bool isCurrent() const { return m_state == State::Current; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF circle(1, (height() - Circle) / 2.0, Circle, Circle);
        const QColor page = palette().color(QPalette::Window);
        const QColor muted = toneColor(palette(), Tone::Muted);
        QFont small = scaled(font(), TextRole::Caption);
        small.setWeight(QFont::DemiBold);
        painter.setFont(small);
        if (m_state == State::Done) {
            const QColor green = toneColor(palette(), Tone::Success);
            painter.setPen(Qt::NoPen);
            painter.setBrush(mix(green, page, isDark(palette()) ? 0.25 : 0.22));
            painter.drawEllipse(circle);
            paintIcon(&painter, circle.adjusted(4, 4, -4, -4), QStringLiteral("dialog-ok-apply"), green, page);
        } else if (m_state == State::Current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(primaryFill(palette()));
            painter.drawEllipse(circle);
            painter.setPen(onPrimary(palette()));
            painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
        } else {
            painter.setPen(QPen(isEnabled() && underMouse() ? palette().color(QPalette::WindowText) : muted, 1.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
            painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
        }
        if (!m_narrow) {
            QFont words = font();
            words.setWeight(isCurrent() ? QFont::DemiBold : QFont::Normal);
            painter.setFont(words);
            const bool quiet = m_state == State::Later && !isEnabled();
            painter.setPen(quiet ? muted : palette().color(QPalette::Active, QPalette::WindowText));
            painter.drawText(rect().adjusted(Circle + 2 + Gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(primaryFill(palette()), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::FieldRadius, metrics::FieldRadius);
        }
    }

private:
    int m_number;
    State m_state = State::Later;
    bool m_narrow = false;
};

StepHeader::StepHeader(const QStringList &titles, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("steps"));
    setAccessibleName(tr("Steps"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int i = 0; i < titles.size(); ++i) {
        auto *step = new Step(titles[i], i + 1, this);
        step->installEventFilter(this);
        connect(step, &QAbstractButton::clicked, this, [this, i] {
            if (i != m_current && isStepEnabled(i))
                emit stepRequested(i);
        });
        m_steps << step;
    }
    refresh();
}

void StepHeader::setCurrent(int current)
{
    m_current = current;
    refresh();
}

void StepHeader::setEnabledSteps(const QVector<bool> &enabled)
{
    m_enabled = enabled;
    refresh();
}

bool StepHeader::isStepEnabled(int step) const
{
    return step < m_enabled.size() ? m_enabled[step] : step < m_current;
}

void StepHeader::refresh()
{
    for (int i = 0; i < m_steps.size(); ++i) {
        const auto state = i < m_current ? Step::State::Done : i == m_current ? Step::State::Current : Step::State::Later;
        m_steps[i]->setState(state, isStepEnabled(i));
    }
    arrange();
}

QSize StepHeader::sizeHint() const
{
    int width = 0;
    for (const Step *step : m_steps)
        width += step->fullWidth() + 2 * LineMargin + 40;
    return {width, Height};
}

QSize StepHeader::minimumSizeHint() const
{
    // Words of all but the current step go when there is no room.
    int widest = 0;
    for (const Step *step : m_steps)
        widest = qMax(widest, step->fullWidth());
    return {static_cast<int>(m_steps.size()) * (Circle + 4 + 2 * LineMargin + LeastLine) + widest, Height};
}

void StepHeader::arrange()
{
    int full = 0;
    for (const Step *step : m_steps)
        full += step->fullWidth();
    const int lines = static_cast<int>(m_steps.size()) - 1;
    const bool narrow = full + lines * (2 * LineMargin + LeastLine) > width();
    int used = 0;
    for (Step *step : m_steps) {
        step->setNarrow(narrow && !step->isCurrent());
        used += step->sizeHint().width();
    }
    const double line = lines > 0 ? qMax(0.0, double(width() - used) / lines) : 0;
    double x = 0;
    for (Step *step : m_steps) {
        const QSize size = step->sizeHint();
        step->setGeometry(qRound(x), (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + line;
    }
    update();
}

void StepHeader::resizeEvent(QResizeEvent *)
{
    arrange();
}

void StepHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int i = 0; i + 1 < m_steps.size(); ++i) {
        const int from = m_steps[i]->geometry().right() + LineMargin;
        const int to = m_steps[i + 1]->geometry().left() - LineMargin;
        if (to > from)
            painter.fillRect(from, height() / 2, to - from, 1, mix(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.16));
    }
}

void StepHeader::moveFocus(int from, int direction)
{
    for (int i = from + direction; i >= 0 && i < m_steps.size(); i += direction) {
        if (m_steps[i]->isEnabled()) {
            m_steps[i]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

bool StepHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *step = static_cast<Step *>(watched);
    const int index = static_cast<int>(m_steps.indexOf(step));
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left:
        moveFocus(index, -1);
        return true;
    case Qt::Key_Right:
        moveFocus(index, 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step->click();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace pfx::ui
