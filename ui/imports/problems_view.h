// SPDX-License-Identifier: GPL-3.0-or-later
// The problems of a run as a table with a button for each reason above it. GUI thread.
#pragma once

#include "ui/imports/problems_presenter.h"

#include <QWidget>

namespace pfx::ui {

class Cells;
class Table;

class ProblemsView : public QWidget
{
    Q_OBJECT

public:
    /// `stem` begins the object names, which are unique on the page; `name` is the table's accessible name.
    ProblemsView(ProblemsPresenter &presenter, const QString &name, const QString &stem = {}, QWidget *parent = nullptr);

    void focusRows();

private:
    void refreshReasons();
    void addReason(const QString &word, qint64 count, std::optional<migration::ProblemCode> code);
    void addLine(int line);
    void changeLine(int line);

    ProblemsPresenter &m_presenter;
    QString m_stem;
    QWidget *m_reasons = nullptr;
    ImportService::ProblemCounts m_shownCounts;
    Cells *m_problems = nullptr;
    Table *m_table = nullptr;
};

} // namespace pfx::ui
