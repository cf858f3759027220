// SPDX-License-Identifier: GPL-3.0-or-later
// One long list (contacts, companies or deals) with its search, filter, details and export, without widgets. The rows themselves come from
// the table's model, which tells this what became of the query. GUI thread.
#pragma once

#include "ui/crm/crm_service.h"
#include "ui/crm/record_view.h"

#include <QTimer>

#include <optional>

namespace pfx::ui {

struct ListState
{
    enum class Body {
        Loading,      ///< the skeleton; nothing is known yet
        Empty,        ///< there is nothing at all: the way to the import
        NothingFound, ///< nothing fits the search or filter
        Rows,
        Failed,       ///< `error` says why
    };
    enum class Details { Nothing, Loading, Shown, Failed };
    enum class Export { Idle, Running, Done, Failed, Stopped };

    ListKind kind = ListKind::Contacts;
    Body body = Body::Loading;
    QString typed;              ///< What stands in the search field, perhaps not asked yet.
    crm::ListQuery query;       ///< What the table shows or is asked for.
    QString scope;              ///< The company or contact whose records alone are shown; empty: all.
    std::optional<qint64> count;///< No value while it is being counted.
    std::optional<base::Error> error;

    Details details = Details::Nothing;
    qint64 selected = 0;
    RecordView record;
    std::optional<base::Error> detailsError;

    Export exporting = Export::Idle;
    qint64 exportedRows = 0;
    QString exportPath;
    std::optional<base::Error> exportError;

    bool isFiltered() const;
    bool canExport() const { return body == Body::Rows && exporting != Export::Running; }
};

class ListPresenter : public QObject
{
    Q_OBJECT

public:
    ListPresenter(ListKind kind, CrmService &service, QObject *parent = nullptr);
    ~ListPresenter() override;

    const ListState &state() const { return m_state; }
    /// How long the field must rest before the question is asked.
    void setSearchDelay(int ms) { m_delay.setInterval(ms); }

    void setTyped(const QString &text);
    /// Enter: ask at once.
    void searchNow();
    void setFilter(qint64 pipelineId, qint64 stageId);
    /// Only the records of a company or of a contact, named for people. Takes away search and filter.
    void setScope(qint64 companyId, qint64 contactId, const QString &name);
    void setSort(crm::SortBy by, bool descending);
    void clearFilter();
    /// Ask again (after an error, or when something was imported).
    void reload();
    void select(qint64 id);
    void startExport(const QString &path, const QStringList &headings);
    void stopExport();
    void dismissExport();

    // What became of the query, told by the table's model.
    void firstRowsArrived(qint64 rows);
    void counted(qint64 rows);
    void queryFailed(const base::Error &error);

signals:
    void changed();
    void detailsChanged();
    void exportChanged();
    /// The table is to show this from its beginning.
    void queryChanged(const pfx::crm::ListQuery &query);

private:
    void ask(const crm::ListQuery &query);
    void readDetails();
    template<typename T>
    void showDetails(qint64 id, tl::expected<T, base::Error> details);

    CrmService &m_service;
    ListState m_state;
    QTimer m_delay;
    base::StopSource m_exportStop;
};

} // namespace pfx::ui
