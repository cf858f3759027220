// SPDX-License-Identifier: GPL-3.0-or-later
// «Скачать строки с ошибками» in two steps, without widgets: the rows are fetched first, since they say of what kind the file is; then the
// person names the file. GUI thread.
#pragma once

#include "ui/imports/import_service.h"

namespace pfx::ui {

class FailedRowsDownload : public QObject
{
    Q_OBJECT

public:
    explicit FailedRowsDownload(ImportService &service, QObject *parent = nullptr) : QObject(parent), m_service(service) {}

    bool isBusy() const { return m_busy; }
    void prepare(const migration::RunReport &report);
    void write(const QString &path);

signals:
    /// Ask for a file and call write(); `name` is the one to offer.
    void ready(const QString &name);
    void written(const QString &path, qint64 rows);
    void failed(const pfx::base::Error &error);

private:
    ImportService &m_service;
    migration::runs::FailedRows m_rows;
    bool m_busy = false;
};

} // namespace pfx::ui
