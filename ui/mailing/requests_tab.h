// SPDX-License-Identifier: GPL-3.0-or-later
// The tab «Запросы Планфикса»: what Planfix asked and what became of it, newest first, with the contacts that were passed over. GUI thread.
#pragma once

#include "core/mailing/entities.h"
#include "ui/common/services.h"

#include <QStackedWidget>

namespace pfx::ui {

class Banner;
class DetailsPane;
class EmptyState;
class Table;
class TextLabel;
template <typename Row> class RowsModel;

class RequestsTab : public QStackedWidget {
    Q_OBJECT

public:
    explicit RequestsTab(Services &services, QWidget *parent = nullptr);

    void reload();

signals:
    void connectionRequested();

private:
    void showDetails(int row);

    Services &m_services;
    RowsModel<mailing::RequestRecord> *m_rows;
    Table *m_table;
    DetailsPane *m_details;
    Banner *m_error;
    TextLabel *m_footer;
    EmptyState *m_empty;
};

} // namespace pfx::ui
