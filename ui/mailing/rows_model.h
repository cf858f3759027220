// SPDX-License-Identifier: GPL-3.0-or-later
// The long lists of the page for the one table: columns as data, pages from the store by id. GUI thread.
#pragma once

#include "core/mailing/place_index.h"
#include "ui/common/chip.h"
#include "ui/common/keyset_model.h"
#include "ui/common/table.h"

namespace pfx::ui {

/// A column: heading and how a cell is shown.
template <typename Row> struct RowColumn {
    QString heading;
    std::function<QString(const Row &)> text;
    int minimumWidth = 90;
    bool bold = false, right = false, stretch = false;
    std::function<Chip(const Row &)> chip = {};
    std::function<QString(const Row &)> exact = {}; ///< Tool tip.
};

template <typename Row> class RowsModel : public KeysetModel<Row, qint64> {
public:
    using Base = KeysetModel<Row, qint64>;
    using Page = std::function<base::Result<QVector<Row>>(store::Connection &db, qint64 from, bool inclusive, int limit)>;
    using Index = std::function<base::Result<mailing::PlaceIndex>(store::Connection &db, int every)>;

    RowsModel(Background &background, QVector<RowColumn<Row>> columns, QObject *parent)
        : Base(background, parent), m_columns(std::move(columns))
    {
    }

    /// `page` from 0: from the beginning.
    void show(Page page, Index index)
    {
        typename Base::Source source;
        source.page = [page = std::move(page)](store::Connection &db, std::optional<qint64> from, bool inclusive, int limit) {
            return page(db, from.value_or(0), inclusive, limit);
        };
        source.index = [index = std::move(index)](store::Connection &db, int every) -> base::Result<typename Base::Index> {
            PFX_ASSIGN(mailing::PlaceIndex found, index(db, every));
            return typename Base::Index{found.count, std::move(found.anchors)};
        };
        source.keyOf = [](const Row &row) { return row.id; };
        this->setSource(std::move(source));
    }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.column() >= m_columns.size())
            return {};
        const RowColumn<Row> &column = m_columns.at(index.column());
        if (role == Qt::TextAlignmentRole && column.right)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        const Row *row = this->rowAt(index.row());
        if (role == SkeletonRole)
            return row == nullptr;
        if (!row)
            return {};
        switch (role) {
        case Qt::DisplayRole:
            return column.chip ? column.chip(*row).text : column.text(*row);
        case Qt::ToolTipRole:
            return column.exact ? column.exact(*row) : QVariant();
        case ChipRole:
            return column.chip && !column.chip(*row).text.isEmpty() ? QVariant::fromValue(column.chip(*row)) : QVariant();
        case BoldRole:
            return column.bold;
        default:
            return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        const RowColumn<Row> &column = m_columns.at(section);
        switch (role) {
        case Qt::DisplayRole:
            return column.heading;
        case Qt::TextAlignmentRole:
            return int((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case MinimumWidthRole:
            return column.minimumWidth;
        case StretchRole:
            return column.stretch;
        default:
            return {};
        }
    }

private:
    QVector<RowColumn<Row>> m_columns;
};

} // namespace pfx::ui
