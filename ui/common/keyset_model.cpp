// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keyset_model.h"

#include <limits>

namespace pfx::ui {

namespace {
constexpr int AtOnce = 2;      // as many as there are reading threads
constexpr int WantedPages = 4; // what scrolled past is forgotten

QString indexKey()
{
    return QStringLiteral("index");
}
} // namespace

KeysetModelBase::KeysetModelBase(Background &background, QObject *parent) : QAbstractTableModel(parent), m_background(background) {}

int KeysetModelBase::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

void KeysetModelBase::restart()
{
    beginResetModel();
    ++m_generation;
    m_pages.clear();
    m_wanted.clear();
    m_running.clear();
    m_rows = 0;
    m_total.reset();
    m_loading = true;
    endResetModel();
    m_background.forget(this, indexKey());
    emit loadingChanged(true);
    requestPage(0);
}

/// Asked when the first rows are there: they are waited for, and a list that ends with them needs no counting.
void KeysetModelBase::requestIndex()
{
    auto fetch = fetchIndex();
    if (!fetch || m_total)
        return;
    const quint64 generation = m_generation;
    m_background.read(
        this, std::move(fetch),
        [this, generation](base::Result<IndexAnswer> answer) {
            if (generation == m_generation)
                indexed(std::move(answer));
        },
        indexKey(), Background::Length::Long);
}

const KeysetModelBase::Page *KeysetModelBase::pageOf(int row) const
{
    // Painting asks through const data(); what is kept here is a cache.
    auto *self = const_cast<KeysetModelBase *>(this);
    const auto found = self->m_pages.find(row / PageRows);
    if (found == self->m_pages.end()) {
        self->requestPage(row / PageRows);
        return nullptr;
    }
    found->used = ++self->m_useCounter;
    return &*found;
}

void KeysetModelBase::requestPage(int page)
{
    if (m_pages.contains(page) || m_running.contains(page))
        return;
    m_wanted.removeAll(page);
    m_wanted << page;
    while (m_wanted.size() > WantedPages)
        m_wanted.removeFirst();
    startNext();
}

void KeysetModelBase::startNext()
{
    while (!m_wanted.isEmpty() && m_running.size() < AtOnce) {
        const int page = m_wanted.takeLast();
        auto fetch = fetchPage(page);
        if (!fetch)
            continue; // its key comes with the index; painting will ask again
        m_running << page;
        const quint64 generation = m_generation;
        m_background.read(
            this, std::move(fetch),
            [this, page, generation](base::Result<PageAnswer> answer) {
                if (generation == m_generation)
                    loaded(page, std::move(answer));
            });
    }
}

void KeysetModelBase::loaded(int page, base::Result<PageAnswer> answer)
{
    m_running.removeAll(page);
    if (!answer) {
        if (m_loading) {
            m_loading = false;
            emit loadingChanged(false);
        }
        emit failed(answer.error());
        return;
    }
    m_pages.insert(page, Page{answer->rows, answer->count, ++m_useCounter});
    acceptPage(page, answer->rows);
    trim();
    const int end = page * PageRows + answer->count;
    if (!m_total) {
        const bool last = answer->count < PageRows;
        // Without a count a full page promises one more row, so that scrolling on asks for the next page.
        setRows(qMax(m_rows, last ? end : end + 1));
        if (last) {
            setRows(end);
            m_total = end;
            emit counted(end);
        }
    }
    const int first = page * PageRows;
    const int lastRow = qMin(m_rows, first + PageRows) - 1;
    if (lastRow >= first)
        emit dataChanged(index(first, 0), index(lastRow, columnCount() - 1));
    if (m_loading) {
        m_loading = false;
        emit loadingChanged(false);
        requestIndex();
    }
    startNext();
}

void KeysetModelBase::indexed(base::Result<IndexAnswer> answer)
{
    if (!answer) {
        emit failed(answer.error());
        return;
    }
    acceptAnchors(answer->anchors);
    m_total = answer->count;
    setRows(static_cast<int>(qMin<qint64>(answer->count, std::numeric_limits<int>::max() / 64)));
    emit counted(*m_total);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

void KeysetModelBase::refresh()
{
    auto fetch = m_loading || m_refreshing ? FetchPage() : fetchPage(0);
    m_refreshAgain = m_refreshing; // what is being read may be older than what has changed now
    if (!fetch)
        return;
    m_refreshing = true;
    const quint64 generation = m_generation;
    m_background.read(this, std::move(fetch), [this, generation](base::Result<PageAnswer> answer) {
        m_refreshing = false;
        if (generation == m_generation)
            refreshedWith(std::move(answer));
        if (std::exchange(m_refreshAgain, false))
            refresh();
    });
}

void KeysetModelBase::refreshedWith(base::Result<PageAnswer> answer)
{
    if (!answer) {
        emit failed(answer.error());
        return;
    }
    const auto first = m_pages.constFind(0);
    if (first != m_pages.constEnd() && compare(first->rows, answer->rows) == Rows::Same) {
        emit refreshed(false);
        return;
    }
    beginResetModel();
    ++m_generation;
    m_pages.clear();
    m_wanted.clear();
    m_running.clear();
    m_total.reset();
    forgetKeys();
    m_pages.insert(0, Page{answer->rows, answer->count, ++m_useCounter});
    acceptPage(0, answer->rows);
    m_rows = answer->count < PageRows ? answer->count : answer->count + 1; // as for any page: one more is promised
    if (answer->count < PageRows)
        m_total = answer->count;
    endResetModel();
    emit refreshed(true);
    requestIndex();
}

void KeysetModelBase::setRows(int rows)
{
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void KeysetModelBase::trim()
{
    while (m_pages.size() > KeptPages) {
        auto oldest = m_pages.begin();
        for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
            if (page->used < oldest->used)
                oldest = page;
        }
        m_pages.erase(oldest);
    }
}

} // namespace pfx::ui
