// SPDX-License-Identifier: GPL-3.0-or-later
// Step 5 on the screen: total, rate, elapsed, left, counters, a bar a phase, the last problems, «Пауза», «Остановить». GUI thread.
#pragma once

#include "ui/imports/import_job.h"

#include <QPointer>
#include <QWidget>

#include <map>

class QGridLayout;

namespace pfx::ui {

class Button;
class Cells;
class CounterCard;
class IconLabel;
class Table;
class TextLabel;
class ThinProgressBar;

class ProgressStep : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStep(QWidget *parent = nullptr);

    void follow(ImportJob *job);
    void focusFirst();

private:
    struct PhaseLine
    {
        IconLabel *icon = nullptr;
        TextLabel *name = nullptr;
        ThinProgressBar *bar = nullptr;
        TextLabel *count = nullptr;
        TextLabel *note = nullptr;

        void show(bool visible) const;
    };

    QWidget *totalCard();
    QWidget *counters();
    QWidget *phasesCard();
    QWidget *problemsCard();
    void refresh();
    void refreshTotal(const migration::ImportProgress &progress);
    void refreshPhases(const migration::ImportProgress &progress);
    void refreshProblems(const migration::ImportProgress &progress);
    void fitProblems();
    PhaseLine &line(migration::Phase phase);

    bool isUndo() const { return m_job && m_job->kind() == ImportJob::Kind::Undo; }

    QPointer<ImportJob> m_job;
    TextLabel *m_percent = nullptr;
    TextLabel *m_records = nullptr;
    TextLabel *m_rate = nullptr;
    TextLabel *m_elapsed = nullptr;
    TextLabel *m_left = nullptr;
    TextLabel *m_why = nullptr;
    ThinProgressBar *m_bar = nullptr;
    QVector<CounterCard *> m_counters;
    QWidget *m_counterRow = nullptr;
    QGridLayout *m_phases = nullptr;
    std::map<migration::Phase, PhaseLine> m_lines;
    QWidget *m_problemCard = nullptr;
    Cells *m_problems = nullptr;
    Table *m_problemTable = nullptr;
    TextLabel *m_problemCount = nullptr;
    QVector<migration::Problem> m_shownProblems;
    Button *m_stop = nullptr;
    Button *m_pause = nullptr;
    TextLabel *m_sentence = nullptr;
};

} // namespace pfx::ui
