// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/job_bar.h"

#include "ui/common/buttons.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/thin_progress_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace pfx::ui {

JobBar::JobBar(JobModel &jobs, QWidget *parent) : QWidget(parent), m_jobs(jobs)
{
    setObjectName(QStringLiteral("jobBar"));
    setAccessibleName(tr("Background jobs"));
    setMinimumHeight(metrics::JobBarHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(16, 1, 8, 0);
    m_layout->setSpacing(metrics::Spacing);
    m_icon = new IconLabel(QStringLiteral("dialog-ok-apply"), Tone::Muted, metrics::IconSize, this);
    m_idle = new TextLabel(tr("No background jobs"), TextRole::Caption, Tone::Muted, this);
    m_idle->setObjectName(QStringLiteral("jobsIdle"));
    m_title = new Button({}, QStringLiteral("jobTitle"), ButtonKind::Link, {}, this);
    m_title->setAccessibleName(tr("Job"));
    m_bar = new ThinProgressBar(QStringLiteral("jobProgress"), tr("Progress"), 6, this);
    m_bar->setFixedWidth(120);
    m_percent = new TextLabel({}, TextRole::Caption, Tone::Text, this);
    m_rate = new TextLabel({}, TextRole::Caption, Tone::Muted, this);
    m_rate->setObjectName(QStringLiteral("jobRate"));
    m_percent->setObjectName(QStringLiteral("jobPercent"));
    m_pause = iconButton(QStringLiteral("media-playback-pause"), tr("Pause"), QStringLiteral("jobPause"), this);
    m_stop = iconButton(QStringLiteral("media-playback-stop"), tr("Stop"), QStringLiteral("jobStop"), this);
    m_others = new Button({}, QStringLiteral("jobOthers"), ButtonKind::Link, {}, this);
    m_others->setAccessibleName(tr("Other jobs"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_icon, m_idle, m_title, m_bar, m_percent, m_rate, m_pause, m_stop, m_others})
        m_layout->addWidget(widget, 0, Qt::AlignVCenter);
    m_layout->addStretch(1);
    connect(m_pause, &QToolButton::clicked, this, &JobBar::togglePause);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
    });
    connect(m_title, &QPushButton::clicked, this, [this] {
        if (m_job && !m_job->pageId().isEmpty())
            emit openRequested(m_job->pageId(), m_job->target());
    });
    connect(m_others, &QPushButton::clicked, this, &JobBar::showOthers);
    connect(&m_jobs, &QAbstractItemModel::rowsInserted, this, &JobBar::follow);
    connect(&m_jobs, &QAbstractItemModel::rowsRemoved, this, &JobBar::follow);
    connect(&m_jobs, &QAbstractItemModel::dataChanged, this, &JobBar::refresh);
    follow();
}

void JobBar::addAtEnd(QWidget *widget)
{
    m_layout->addWidget(new Hairline(Qt::Vertical, this));
    m_layout->addWidget(widget, 0, Qt::AlignVCenter);
}

void JobBar::follow()
{
    const QVector<Job *> jobs = m_jobs.jobs();
    if (!m_job || !jobs.contains(m_job.data()))
        m_job = jobs.isEmpty() ? nullptr : jobs.last();
    refresh();
}

void JobBar::refresh()
{
    const bool idle = m_job.isNull();
    m_idle->setVisible(idle);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_bar, m_percent, m_rate, m_pause, m_stop})
        widget->setVisible(!idle);
    const int others = m_jobs.rowCount() - 1;
    m_others->setVisible(others > 0);
    if (others > 0) {
        m_others->setText(tr("%n more", nullptr, others));
        m_others->setAccessibleName(m_others->text());
    }
    if (idle) {
        m_icon->setIcon(QStringLiteral("dialog-ok-apply"), Tone::Muted);
        return;
    }
    const JobSnapshot &now = m_job->snapshot();
    const bool paused = now.state == JobSnapshot::State::Paused || now.state == JobSnapshot::State::Pausing;
    const bool leaving = now.state == JobSnapshot::State::Stopping;
    m_icon->setIcon(m_job->iconName(), Tone::Info);
    m_title->setText(m_job->title());
    m_title->setAccessibleName(m_job->title());
    m_bar->setProgress(now.done, now.total);
    m_bar->setAccessibleDescription(percent(now.done, now.total));
    m_percent->setText(percent(now.done, now.total));
    QStringList facts;
    if (leaving)
        facts << tr("stopping…");
    else if (paused)
        facts << (now.state == JobSnapshot::State::Paused ? tr("paused") : tr("pausing…"));
    else if (!now.note.isEmpty())
        facts << now.note;
    else
        facts << rate(now.perSecond) << timeLeft(now.leftMs);
    facts.removeAll(QString());
    m_rate->setText(facts.join(QStringLiteral("  ")));
    m_pause->setVisible(m_job->canPause());
    m_pause->setEnabled(!leaving && now.state != JobSnapshot::State::Pausing);
    m_stop->setEnabled(!leaving);
    const QString words = paused ? tr("Continue") : tr("Pause");
    if (m_pause->accessibleName() != words || m_pause->icon().isNull()) {
        m_pause->setAccessibleName(words);
        m_pause->setToolTip(words);
        m_pause->setIcon(icon(paused ? QStringLiteral("media-playback-start") : QStringLiteral("media-playback-pause")));
    }
    m_stop->setToolTip(m_job->stopNote().isEmpty() ? tr("Stop") : QStringLiteral("%1. %2").arg(tr("Stop"), m_job->stopNote()));
}

void JobBar::togglePause()
{
    if (!m_job)
        return;
    if (m_job->snapshot().state == JobSnapshot::State::Paused)
        m_job->resume();
    else
        m_job->pause();
}

void JobBar::showOthers()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (Job *job : m_jobs.jobs()) {
        QAction *action = menu->addAction(icon(job->iconName()), QStringLiteral("%1, %2").arg(
            job->title(), percent(job->snapshot().done, job->snapshot().total)));
        connect(action, &QAction::triggered, this, [this, chosen = QPointer<Job>(job)] {
            m_job = chosen;
            follow();
        });
    }
    menu->popup(m_others->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void JobBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), sideSurface(palette()));
    painter.fillRect(0, 0, width(), 1, hairline(palette()));
}

} // namespace pfx::ui
