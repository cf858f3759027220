// SPDX-License-Identifier: GPL-3.0-or-later
// The job bar at the window's bottom: name, progress, rate, time left, pause and stop of the newest job and a list of the others;
// «Фоновых задач нет» while there is none. Right of it stand the status chips. GUI thread.
#pragma once

#include "ui/common/job_model.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace pfx::ui {

class Button;
class IconLabel;
class TextLabel;
class ThinProgressBar;

class JobBar : public QWidget
{
    Q_OBJECT
public:
    explicit JobBar(JobModel &jobs, QWidget *parent = nullptr);
    void addAtEnd(QWidget *widget); ///< A status chip.

signals:
    void openRequested(const QString &pageId, const QVariant &target);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void refresh();
    void showOthers();
    void togglePause();

    JobModel &m_jobs;
    QPointer<Job> m_job;
    QHBoxLayout *m_layout;
    IconLabel *m_icon;
    TextLabel *m_idle;
    Button *m_title;
    ThinProgressBar *m_bar;
    TextLabel *m_percent;
    TextLabel *m_rate;
    QToolButton *m_pause;
    QToolButton *m_stop;
    Button *m_others;
};

} // namespace pfx::ui
