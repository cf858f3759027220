// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/run_rows_model.h"

#include "core/base/email.h"
#include "core/base/phone.h"
#include "ui/common/formatting.h"
#include "ui/common/table.h"
#include "ui/imports/run_words.h"

namespace pfx::ui {

RunRowsModel::RunRowsModel(CheckPresenter &presenter, RowsTense tense, QObject *parent)
    : QAbstractTableModel(parent), m_presenter(presenter), m_tense(tense)
{
    connect(&m_presenter, &CheckPresenter::rowsReset, this, [this] {
        beginResetModel();
        m_rows = static_cast<int>(m_presenter.rows().size());
        endResetModel();
    });
    connect(&m_presenter, &CheckPresenter::rowsAppended, this, [this](int first, int last) {
        beginInsertRows({}, first, last);
        m_rows = last + 1;
        endInsertRows();
    });
}

int RunRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int RunRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == StretchRole)
        return section == Title || section == Why;
    if (orientation == Qt::Horizontal && role == MinimumWidthRole)
        return section == What ? 126 : section == Title ? 130 : 84;
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return m_tense == RowsTense::Done ? tr("What happened") : tr("What will happen");
    case Kind:
        return tr("Kind");
    case Title:
        return tr("Name");
    case Summary:
        return tr("Phone / amount");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

QString RunRowsModel::what(migration::Decision decision) const
{
    if (m_tense == RowsTense::Done)
        return texts::text(decision);
    switch (decision) {
    case migration::Decision::Created:
        return tr("Create");
    case migration::Decision::Updated:
        return tr("Update");
    case migration::Decision::Skipped:
        return tr("Skip");
    case migration::Decision::Failed:
        return tr("Error");
    }
    return {};
}

QString RunRowsModel::changedFields(const migration::RunRow &row) const
{
    if (row.decision != migration::Decision::Updated || row.differences.isEmpty())
        return {};
    const int fields = static_cast<int>(row.differences.size());
    return m_tense == RowsTense::Done ? tr("%n field(s) changed", nullptr, fields) : tr("%n field(s) will change", nullptr, fields);
}

QVariant RunRowsModel::text(const migration::RunRow &row, int column) const
{
    switch (column) {
    case What:
        return what(row.decision);
    case Kind:
        return texts::text(row.kind);
    case Title:
        return row.title.isEmpty() ? tr("(no name)") : row.title;
    case Summary:
        return row.kind == records::Kind::Deal ? RunWords::sum(row.summary) : base::formatEmail(base::formatPhone(row.summary));
    case Why:
        if (const QString changed = changedFields(row); !changed.isEmpty())
            return changed;
        return row.reason == migration::Reason::New ? tr("New") : RunWords::reason(row);
    default:
        return {};
    }
}

Chip RunRowsModel::chip(const migration::RunRow &row) const
{
    const QString word = what(row.decision);
    switch (row.decision) {
    case migration::Decision::Created:
        return {Tone::Success, QStringLiteral("list-add"), word};
    case migration::Decision::Updated:
        return {Tone::Info, QStringLiteral("view-refresh"), word};
    case migration::Decision::Skipped:
        return {Tone::Muted, QStringLiteral("go-next-skip"), word};
    case migration::Decision::Failed:
        return {Tone::Error, {}, word};
    }
    return {};
}

QVariant RunRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const migration::RunRow &line = row(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(line, index.column());
    if (role == ChipRole && index.column() == What)
        return QVariant::fromValue(chip(line));
    if (role == ToneRole && index.column() == Why) {
        const bool quiet = line.decision == migration::Decision::Created || line.decision == migration::Decision::Skipped;
        return static_cast<int>(line.decision == migration::Decision::Failed ? Tone::Error : quiet ? Tone::Muted : Tone::Text);
    }
    if (role == Qt::ToolTipRole && (index.column() == Title || index.column() == Why))
        return text(line, index.column());
    return {};
}

bool RunRowsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_presenter.hasMore();
}

void RunRowsModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_presenter.fetchMore();
}

} // namespace pfx::ui
