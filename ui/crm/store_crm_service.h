// SPDX-License-Identifier: GPL-3.0-or-later
// The page's data from the store: reads on the reading threads, writes through the store's writer, the export on a thread of its own with
// its own connection. GUI thread.
#pragma once

#include "ui/crm/crm_service.h"

namespace pfx::base {
class Clock;
}
namespace pfx::store {
class Store;
}

namespace pfx::ui {

class Background;

class StoreCrmService : public CrmService
{
    Q_OBJECT

public:
    StoreCrmService(store::Store &store, Background &background, const base::Clock &clock, QObject *parent = nullptr);
    ~StoreCrmService() override { m_stop.request_stop(); }

    void totals(QObject *context, Answer<crm::Totals> answer) override;
    void contact(QObject *context, qint64 id, Answer<crm::ContactDetails> answer) override;
    void company(QObject *context, qint64 id, Answer<crm::CompanyDetails> answer) override;
    void deal(QObject *context, qint64 id, Answer<crm::DealDetails> answer) override;
    void pipelines(QObject *context, Answer<QVector<crm::Pipeline>> answer) override;
    void stageTotals(QObject *context, qint64 pipelineId, Answer<QVector<crm::StageTotal>> answer) override;
    void employees(QObject *context, Answer<QVector<crm::Employee>> answer) override;
    void saveEmployee(QObject *context, const crm::Employee &employee, Answer<qint64> answer) override;
    void removeEmployee(QObject *context, qint64 id, Answer<void> answer) override;
    void ownedBy(QObject *context, qint64 employee, Answer<crm::employees::HandedOver> answer) override;
    void handOver(QObject *context, qint64 from, qint64 to, Answer<crm::employees::HandedOver> answer) override;
    void exportCsv(QObject *context, ListKind kind, const crm::ListQuery &query, const QStringList &headings, const QString &path,
                   base::StopToken stop, Rows progress, Answer<qint64> answer) override;

private:
    store::Store &m_store;
    Background &m_background;
    const base::Clock &m_clock;
    base::StopSource m_stop; ///< A hand-over of many records ends with the page; the next one goes on.
};

} // namespace pfx::ui
