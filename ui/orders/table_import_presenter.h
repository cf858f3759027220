// SPDX-License-Identifier: GPL-3.0-or-later
// «Импорт из CSV» without widgets: a file, what its columns mean, what would be added, the adding. Nothing is written before add(). GUI thread.
#pragma once

#include "ui/orders/order_tables.h"

#include <QTimer>

#include <optional>

namespace pfx::ui {

struct TableImportState
{
    enum class Step { File, Looking, Columns, Adding, Done };

    Step step = Step::File;
    QString path;
    TableLook look;
    orders::CsvMapping mapping;
    bool isTrying = false;                      ///< The preview is of an older mapping, or not there yet.
    std::optional<orders::CsvReport> report;    ///< What would be added; from Done on what was.
    qint64 rows = 0;                            ///< Read while adding.
    std::optional<base::Error> error;

    bool isBusy() const { return step == Step::Looking || step == Step::Adding; }
    bool canAdd() const { return step == Step::Columns && !isTrying && report && report->added > 0; }
};

class TableImportPresenter : public QObject
{
    Q_OBJECT

public:
    explicit TableImportPresenter(OrderTables &tables, QObject *parent = nullptr);
    ~TableImportPresenter() override;

    const TableImportState &state() const { return m_state; }
    void setTryDelay(int ms) { m_delay.setInterval(ms); }

    void begin(); ///< Another file.
    void chooseFile(const QString &path);
    void setField(qsizetype column, const QString &field);
    void add();
    void stop();

signals:
    void changed();
    void columnsReplaced();
    void added();

private:
    void tryOut();

    OrderTables &m_tables;
    TableImportState m_state;
    QTimer m_delay;
    base::StopSource m_stop;
    quint64 m_question = 0; ///< Only the newest is answered.
};

} // namespace pfx::ui
