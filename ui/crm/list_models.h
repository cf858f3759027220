// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of contacts, companies and deals for the one table: columns as data, pages from the store by key. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "ui/common/keyset_model.h"
#include "ui/common/table_sorting.h"
#include "ui/crm/crm_service.h"

namespace pfx::ui {

/// What the list's view needs of its model, whatever the rows are.
class ListRows
{
public:
    using Sorted = std::function<void(crm::SortBy, bool descending)>;

    ListRows() = default;
    virtual ~ListRows() = default;
    ListRows(const ListRows &) = delete;
    ListRows &operator=(const ListRows &) = delete;

    virtual KeysetModelBase *model() = 0;
    virtual void show(const crm::ListQuery &query) = 0;
    virtual qint64 idAt(int row) const = 0; ///< 0 while the row is on its way.
    /// The headings of an exported file, in the order of writeCsv().
    virtual QStringList exportHeadings() const = 0;
    virtual QVector<int> columnsHiddenAtFirst() const = 0;
    Sorted sorted;
};

/// A column: heading and how a cell is shown.
template<typename Row>
struct ListColumn
{
    QString heading;
    std::function<QString(const Row &)> text;
    int minimumWidth = 90;
    bool bold = false, right = false, stretch = false, hidden = false;
    std::optional<crm::SortBy> sort = {};
    std::function<Chip(const Row &)> chip = {};
    std::function<QString(const Row &)> exact = {}; ///< Tool tip.
};

template<typename Row>
class RecordModel : public KeysetModel<Row, crm::RowKey>, public ListRows
{
public:
    using List = base::Result<QVector<Row>> (*)(store::Connection &, const crm::ListQuery &);
    using Index = base::Result<crm::ListIndex> (*)(store::Connection &, const crm::ListQuery &, int);
    using Base = KeysetModel<Row, crm::RowKey>;

    RecordModel(Background &background, QVector<ListColumn<Row>> columns, QStringList headings, List list, Index count, QObject *parent)
        : Base(background, parent), m_columns(std::move(columns)), m_headings(std::move(headings)), m_list(list), m_index(count)
    {}

    KeysetModelBase *model() override { return this; }
    QStringList exportHeadings() const override { return m_headings; }
    QVector<int> columnsHiddenAtFirst() const override
    {
        QVector<int> hidden;
        for (int i = 0; i < m_columns.size(); ++i) {
            if (m_columns.at(i).hidden)
                hidden.append(i);
        }
        return hidden;
    }

    void show(const crm::ListQuery &query) override
    {
        typename Base::Source source;
        source.page = [query, list = m_list](store::Connection &db, std::optional<crm::RowKey> from, bool inclusive, int limit) {
            crm::ListQuery page = query;
            page.after = std::move(from);
            page.inclusive = inclusive;
            page.limit = limit;
            return list(db, page);
        };
        source.index = [query, count = m_index](store::Connection &db, int every) -> base::Result<typename Base::Index> {
            PFX_ASSIGN(crm::ListIndex found, count(db, query, every));
            return typename Base::Index{found.count, std::move(found.anchors)};
        };
        source.keyOf = [](const Row &row) { return row.key; };
        this->setSource(std::move(source));
    }

    qint64 idAt(int row) const override
    {
        const Row *found = this->rowAt(row);
        return found ? found->id : 0;
    }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.column() >= m_columns.size())
            return {};
        const ListColumn<Row> &column = m_columns.at(index.column());
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
        const ListColumn<Row> &column = m_columns.at(section);
        switch (role) {
        case Qt::DisplayRole:
            return column.heading;
        case Qt::TextAlignmentRole:
            return int((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case MinimumWidthRole:
            return column.minimumWidth;
        case StretchRole:
            return column.stretch;
        case SortableRole:
            return column.sort.has_value();
        case Qt::InitialSortOrderRole:
            return column.sort == crm::SortBy::Id ? QVariant(Qt::DescendingOrder) : QVariant(); // what came last stands first
        default:
            return {};
        }
    }

    void sort(int column, Qt::SortOrder order) override
    {
        if (sorted && column >= 0 && column < m_columns.size() && m_columns.at(column).sort)
            sorted(*m_columns.at(column).sort, order == Qt::DescendingOrder);
    }

private:
    QVector<ListColumn<Row>> m_columns;
    QStringList m_headings;
    List m_list;
    Index m_index;
};

/// Makes the model of a kind; the parent owns it. Times are told against the clock ("yesterday, 18:04").
ListRows *makeRecordModel(ListKind kind, Background &background, const base::Clock &clock, QObject *parent);

} // namespace pfx::ui
