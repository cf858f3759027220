// SPDX-License-Identifier: GPL-3.0-or-later
// A long table read page by page from the store: pages of 256 rows begin behind keys, at most 32 pages are kept, the first page is shown
// at once, the count and the key of each page's first row come later, and only the newest question is answered. GUI thread.
#pragma once

#include "ui/common/background.h"

#include <QAbstractTableModel>
#include <QVector>

#include <concepts>
#include <optional>

namespace pfx::ui {

class KeysetModelBase : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int PageRows = 256;
    static constexpr int KeptPages = 32;

    KeysetModelBase(Background &background, QObject *parent);
    int rowCount(const QModelIndex &parent = {}) const override;
    bool isLoading() const { return m_loading; }
    /// No value while the rows are not counted yet.
    std::optional<qint64> total() const { return m_total; }
    /// Reads the first rows again, and begins anew with them when they are others; until then everything stays as it is.
    void refresh();

signals:
    void loadingChanged(bool loading); ///< The first page is on its way.
    void counted(qint64 total);
    void refreshed(bool others); ///< Other rows: the model was reset, whoever knows what was chosen chooses it again.
    void failed(const pfx::base::Error &error);

protected:
    /// One page as an opaque value; the template gives it its type.
    struct Page
    {
        std::shared_ptr<void> rows;
        int count = 0;
        quint64 used = 0;
    };
    struct PageAnswer
    {
        std::shared_ptr<void> rows;
        int count = 0;
    };
    struct IndexAnswer
    {
        qint64 count = 0;
        std::shared_ptr<void> anchors;
        int anchorCount = 0;
    };
    using FetchPage = std::function<base::Result<PageAnswer>(store::Connection &)>;
    using FetchIndex = std::function<base::Result<IndexAnswer>(store::Connection &)>;

    void restart();
    /// The page of the row, or nullptr after asking for it.
    const Page *pageOf(int row) const;

    virtual FetchPage fetchPage(int page) const = 0; ///< Empty when its first key is not known yet.
    virtual FetchIndex fetchIndex() const = 0;       ///< Empty: the list is never counted and ends with what was read.
    virtual void acceptAnchors(const std::shared_ptr<void> &anchors) = 0;
    virtual void acceptPage(int page, const std::shared_ptr<void> &rows) = 0;
    virtual void forgetKeys() = 0;
    enum class Rows { Same, Other };
    virtual Rows compare(const std::shared_ptr<void> &before, const std::shared_ptr<void> &now) const = 0;

private:
    void requestPage(int page);
    void requestIndex();
    void startNext();
    void loaded(int page, base::Result<PageAnswer> answer);
    void indexed(base::Result<IndexAnswer> answer);
    void refreshedWith(base::Result<PageAnswer> answer);
    void setRows(int rows);
    void trim();

    Background &m_background;
    QHash<int, Page> m_pages;
    QVector<int> m_wanted; ///< newest last
    QVector<int> m_running;
    quint64 m_useCounter = 0;
    quint64 m_generation = 0;
    int m_rows = 0;
    bool m_loading = false, m_refreshing = false, m_refreshAgain = false;
    std::optional<qint64> m_total;
};

/// `Key` is the place of a row in the order (crm::RowKey). The functions of a source run on a reading thread and may keep only values.
template<typename Row, typename Key>
class KeysetModel : public KeysetModelBase
{
public:
    struct Index
    {
        qint64 count = 0;
        QVector<Key> anchors; ///< keys of rows 0, every, 2*every…
    };
    struct Source
    {
        /// Rows from `from` on (with it when `inclusive`), from the beginning without it.
        std::function<base::Result<QVector<Row>>(store::Connection &, std::optional<Key> from, bool inclusive, int limit)> page;
        std::function<base::Result<Index>(store::Connection &, int every)> index;
        std::function<Key(const Row &)> keyOf;
    };

    using KeysetModelBase::KeysetModelBase;

    void setSource(Source source)
    {
        m_source = std::move(source);
        forgetKeys();
        restart();
    }
    /// Reads everything again (after a change of the store).
    void reload()
    {
        forgetKeys();
        restart();
    }

    /// No row while it is on its way.
    const Row *rowAt(int row) const
    {
        const auto *page = pageOf(row);
        const int inPage = row % PageRows;
        return page && inPage < page->count ? &(*std::static_pointer_cast<QVector<Row>>(page->rows))[inPage] : nullptr;
    }

protected:
    FetchPage fetchPage(int page) const override
    {
        std::optional<Key> from;
        bool inclusive = false;
        if (page > 0 && page < m_anchors.size()) {
            from = m_anchors[page];
            inclusive = true;
        } else if (page > 0) {
            const auto behind = m_behind.constFind(page - 1);
            if (behind == m_behind.constEnd())
                return {};
            from = *behind;
        }
        return [fetch = m_source.page, from, inclusive](store::Connection &db) -> base::Result<PageAnswer> {
            PFX_ASSIGN(auto rows, fetch(db, from, inclusive, PageRows));
            const int count = static_cast<int>(rows.size());
            return PageAnswer{std::make_shared<QVector<Row>>(std::move(rows)), count};
        };
    }
    FetchIndex fetchIndex() const override
    {
        if (!m_source.index)
            return {};
        return [fetch = m_source.index](store::Connection &db) -> base::Result<IndexAnswer> {
            PFX_ASSIGN(auto index, fetch(db, PageRows));
            IndexAnswer answer;
            answer.count = index.count;
            answer.anchorCount = static_cast<int>(index.anchors.size());
            answer.anchors = std::make_shared<QVector<Key>>(std::move(index.anchors));
            return answer;
        };
    }
    void acceptAnchors(const std::shared_ptr<void> &anchors) override { m_anchors = *std::static_pointer_cast<QVector<Key>>(anchors); }
    void acceptPage(int page, const std::shared_ptr<void> &rows) override
    {
        const auto &read = *std::static_pointer_cast<QVector<Row>>(rows);
        if (!read.isEmpty() && m_source.keyOf)
            m_behind.insert(page, m_source.keyOf(read.last()));
    }
    void forgetKeys() override
    {
        m_anchors.clear();
        m_behind.clear();
    }
    Rows compare(const std::shared_ptr<void> &before, const std::shared_ptr<void> &now) const override
    {
        if constexpr (std::equality_comparable<Row>) {
            if (*std::static_pointer_cast<QVector<Row>>(before) == *std::static_pointer_cast<QVector<Row>>(now))
                return Rows::Same;
        }
        return Rows::Other;
    }

private:
    Source m_source;
    QVector<Key> m_anchors;
    QHash<int, Key> m_behind; ///< key of a page's last row
};

} // namespace pfx::ui
