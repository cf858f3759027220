// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a check or of a run as a table: what will happen or happened, kind, name, phone or amount, why. More are fetched as the view
// asks. GUI thread.
#pragma once

#include "ui/common/chip.h"
#include "ui/imports/check_presenter.h"

#include <QAbstractTableModel>

namespace pfx::ui {

/// Of a check, or of a run that is over.
enum class RowsTense { Coming, Done };

class RunRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Kind, Title, Summary, Why, ColumnCount };

    RunRowsModel(CheckPresenter &presenter, RowsTense tense, QObject *parent = nullptr);

    const migration::RunRow &row(int row) const { return m_presenter.rows().at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant text(const migration::RunRow &row, int column) const;
    /// How many fields of ours changed or will change; empty when none.
    QString changedFields(const migration::RunRow &row) const;

private:
    QString what(migration::Decision decision) const;
    Chip chip(const migration::RunRow &row) const;

    CheckPresenter &m_presenter;
    RowsTense m_tense;
    int m_rows = 0; ///< as announced to the view
};

} // namespace pfx::ui
