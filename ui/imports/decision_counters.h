// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers above the rows of a run, which are its filters: created, updated, skipped, not imported; of a check also the warnings, which
// are shown in the rows' place. GUI thread.
#pragma once

#include "ui/imports/run_rows_model.h"

#include <QWidget>

namespace pfx::ui {

class CounterCard;

class DecisionCounters : public QWidget
{
    Q_OBJECT

public:
    /// `stem` begins the object names, which are unique on the page.
    DecisionCounters(CheckPresenter &presenter, RowsTense tense, const QString &stem = {}, QWidget *parent = nullptr);

private:
    void refresh();

    CheckPresenter &m_presenter;
    RowsTense m_tense;
    QVector<CounterCard *> m_cards;
    CounterCard *m_warnings = nullptr; ///< Of a check.
};

} // namespace pfx::ui
