// SPDX-License-Identifier: GPL-3.0-or-later
// What the page «Клиенты и сделки» needs from the rest of the program besides the pages of its tables, so that its presenters can be tested
// without a store. Called from the GUI thread; answers come there later, and only while `context` lives.
#pragma once

#include "core/base/stop_token.h"
#include "core/crm/employees.h"
#include "core/crm/hand_over.h"
#include "core/crm/lists.h"

#include <QObject>

#include <functional>

namespace pfx::ui {

/// The three kinds of long lists.
enum class ListKind { Contacts, Companies, Deals };

class CrmService : public QObject
{
    Q_OBJECT

public:
    template<typename T>
    using Answer = std::function<void(base::Result<T>)>;
    using Rows = std::function<void(qint64 done)>;

    using QObject::QObject;

    virtual void totals(QObject *context, Answer<crm::Totals> answer) = 0;

    /// Only the newest question of a context is answered (people click faster than a disk reads).
    virtual void contact(QObject *context, qint64 id, Answer<crm::ContactDetails> answer) = 0;
    virtual void company(QObject *context, qint64 id, Answer<crm::CompanyDetails> answer) = 0;
    virtual void deal(QObject *context, qint64 id, Answer<crm::DealDetails> answer) = 0;

    virtual void pipelines(QObject *context, Answer<QVector<crm::Pipeline>> answer) = 0;
    virtual void stageTotals(QObject *context, qint64 pipelineId, Answer<QVector<crm::StageTotal>> answer) = 0;

    virtual void employees(QObject *context, Answer<QVector<crm::Employee>> answer) = 0;
    /// Adds (id 0) or changes one; answers its id.
    virtual void saveEmployee(QObject *context, const crm::Employee &employee, Answer<qint64> answer) = 0;
    virtual void removeEmployee(QObject *context, qint64 id, Answer<void> answer) = 0;
    /// How many contacts, companies and deals belong to the employee.
    virtual void ownedBy(QObject *context, qint64 employee, Answer<crm::employees::HandedOver> answer) = 0;
    /// Gives the contacts, companies and deals of one employee to another.
    virtual void handOver(QObject *context, qint64 from, qint64 to, Answer<crm::employees::HandedOver> answer) = 0;

    /// Writes the whole list of the query as CSV; the file appears only when it is whole. Answers the number of rows.
    virtual void exportCsv(QObject *context, ListKind kind, const crm::ListQuery &query, const QStringList &headings, const QString &path,
                           base::StopToken stop, Rows progress, Answer<qint64> answer) = 0;
};

} // namespace pfx::ui
