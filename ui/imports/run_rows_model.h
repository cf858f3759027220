// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a check as a table: what will happen, kind, name, phone or amount, why. More are fetched as the view asks. GUI thread.
#pragma once

#include "ui/common/chip.h"
#include "ui/imports/check_presenter.h"

#include <QAbstractTableModel>

namespace pfx::ui {

class RunRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Kind, Title, Summary, Why, ColumnCount };

    explicit RunRowsModel(CheckPresenter &presenter, QObject *parent = nullptr);

    const migration::RunRow &row(int row) const { return m_presenter.rows().at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant text(const migration::RunRow &row, int column) const;

private:
    Chip chip(const migration::RunRow &row) const;

    CheckPresenter &m_presenter;
    int m_rows = 0; ///< as announced to the view
};

} // namespace pfx::ui
