// SPDX-License-Identifier: GPL-3.0-or-later
// Orders from a table (CSV, XLSX) for the screen: looked at, tried without writing, added. Called from the GUI thread; answers come there
// later, and only while `context` lives.
#pragma once

#include "core/orders/order_csv.h"

#include <QObject>

#include <functional>

namespace pfx::ui {

/// What is in a file.
struct TableLook
{
    QVector<orders::CsvColumn> columns;
    orders::CsvMapping guess;
    QString form, encoding;
};

class OrderTables : public QObject
{
    Q_OBJECT

public:
    template<typename T>
    using Answer = std::function<void(base::Result<T>)>;
    using Rows = std::function<void(qint64 rows)>;

    using QObject::QObject;

    virtual void look(QObject *context, const QString &path, base::StopToken stop, Answer<TableLook> answer) = 0;
    /// What would be added; writes nothing.
    virtual void tryOut(QObject *context, const QString &path, const orders::CsvMapping &mapping, base::StopToken stop,
                        Answer<orders::CsvReport> answer) = 0;
    virtual void add(QObject *context, const QString &path, const orders::CsvMapping &mapping, base::StopToken stop, Rows progress,
                     Answer<orders::CsvReport> answer) = 0;
};

} // namespace pfx::ui
