// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's page without widgets: what is filtered and searched, what the table is to show, the chosen entry with what can be done about
// it, the export. The rows come from the table's model, which tells this what became of the query. GUI thread.
#pragma once

#include "ui/journal/journal_service.h"

#include <QTimer>

#include <optional>

namespace pfx::ui {

struct JournalState
{
    enum class Body {
        Loading,
        Empty,        ///< Nothing has gone in or out yet.
        NothingFound, ///< Nothing passes the filter.
        Rows,
        Failed,       ///< `error` says why.
    };
    enum class Details { Nothing, Loading, Shown, Failed };
    enum class Export { Idle, Running, Done, Failed };

    Body body = Body::Loading;
    QString typed; ///< What stands in the search field, perhaps not asked yet.
    exchange::JournalFilter filter;
    QStringList services;
    std::optional<base::Error> error;
    qint64 halted = 0;

    Details details = Details::Nothing;
    qint64 selected = 0;
    exchange::JournalDetails record;
    QVector<JournalDeed> deeds;
    std::optional<base::Error> detailsError;
    bool isPerforming = false;
    qint64 performedRow = 0;               ///< The row that the last deed put to work; 0: none yet.
    std::optional<base::Error> deedError;

    Export exporting = Export::Idle;
    qint64 exportedRows = 0;
    QString exportPath;
    std::optional<base::Error> exportError;

    bool isFiltered() const { return !(filter == exchange::JournalFilter()); }
    bool canExport() const { return body == Body::Rows && exporting != Export::Running; }
};

class JournalPresenter : public QObject
{
    Q_OBJECT
public:
    explicit JournalPresenter(JournalService &service, QObject *parent = nullptr);
    ~JournalPresenter() override;

    const JournalState &state() const { return m_state; }
    /// How long the field must rest before the question is asked.
    void setSearchDelay(int ms) { m_delay.setInterval(ms); }

    void setTyped(const QString &text);
    void searchNow();
    void setService(const QString &service);
    void setDirection(std::optional<exchange::Direction> direction);
    void setKind(exchange::JournalKind kind);
    /// All entries of an order or a task.
    void setSubject(const QString &subject);
    void clearFilter();
    void reload();
    /// Something was stored: what is shown is read again where it is.
    void refresh();
    void select(qint64 id);
    void perform(const JournalDeed &deed);
    void startExport(const QString &path);
    void stopExport();
    void dismissExport();

    // What became of the query, told by the table's model.
    void rowsArrived(qint64 rows);
    void queryFailed(const base::Error &error);

signals:
    void changed();
    void detailsChanged();
    void exportChanged();
    void haltedChanged();
    void queryChanged(const pfx::exchange::JournalFilter &filter); ///< The table begins anew.
    void refreshWanted();                                          ///< The table looks whether its rows are still the newest.

private:
    void ask(const exchange::JournalFilter &filter);
    void readDetails();
    void readAround();

    JournalService &m_service;
    JournalState m_state;
    QTimer m_delay;
    base::StopSource m_exportStop;
};

} // namespace pfx::ui
