// SPDX-License-Identifier: GPL-3.0-or-later
// A service whose answers are set by the test: given at once, or held back until release() (so that an older answer can come after a
// newer question).
#pragma once

#include "ui/crm/crm_service.h"

namespace pfx::test {

class FakeCrmService : public ui::CrmService
{
    Q_OBJECT

public:
    using CrmService::CrmService;

    bool holdBack = false;
    std::optional<base::Error> failure; ///< Every answer is this.
    QHash<qint64, crm::ContactDetails> contactsById;
    QHash<qint64, crm::CompanyDetails> companiesById;
    QHash<qint64, crm::DealDetails> dealsById;
    QVector<crm::Pipeline> allPipelines;
    QHash<qint64, QVector<crm::StageTotal>> totalsByPipeline;
    QVector<crm::Employee> allEmployees;
    QVector<qint64> owners; ///< Employees who own records.
    crm::Totals allTotals;
    qint64 exportRows = 0;
    base::StopToken exportStop;
    QStringList asked;

    /// Gives the held answers, the first asked last.
    void releaseNewestFirst()
    {
        QVector<std::function<void()>> held = std::exchange(m_held, {});
        while (!held.isEmpty())
            held.takeLast()();
    }
    void release()
    {
        const QVector<std::function<void()>> held = std::exchange(m_held, {});
        for (const auto &give : held)
            give();
    }

    void totals(QObject *, Answer<crm::Totals> answer) override { give(QStringLiteral("totals"), answer, allTotals); }
    void contact(QObject *, qint64 id, Answer<crm::ContactDetails> answer) override { giveOne(QStringLiteral("contact"), answer, contactsById, id); }
    void company(QObject *, qint64 id, Answer<crm::CompanyDetails> answer) override { giveOne(QStringLiteral("company"), answer, companiesById, id); }
    void deal(QObject *, qint64 id, Answer<crm::DealDetails> answer) override { giveOne(QStringLiteral("deal"), answer, dealsById, id); }
    void pipelines(QObject *, Answer<QVector<crm::Pipeline>> answer) override { give(QStringLiteral("pipelines"), answer, allPipelines); }
    void stageTotals(QObject *, qint64 pipeline, Answer<QVector<crm::StageTotal>> answer) override
    {
        give(QStringLiteral("stageTotals %1").arg(pipeline), answer, totalsByPipeline.value(pipeline));
    }
    void employees(QObject *, Answer<QVector<crm::Employee>> answer) override { give(QStringLiteral("employees"), answer, allEmployees); }
    void saveEmployee(QObject *, const crm::Employee &employee, Answer<qint64> answer) override
    {
        crm::Employee saved = employee;
        if (!failure && saved.id == 0) {
            saved.id = 100 + allEmployees.size();
            allEmployees.append(saved);
        }
        give(QStringLiteral("save %1").arg(employee.name), answer, saved.id);
    }
    void removeEmployee(QObject *, qint64 id, Answer<void> answer) override
    {
        asked.append(QStringLiteral("remove %1").arg(id));
        if (failure || owners.contains(id)) {
            answer(base::fail(failure.value_or(base::Error{base::ErrorCode::Conflict, {}, QStringLiteral("employee")})));
            return;
        }
        allEmployees.removeIf([id](const crm::Employee &employee) { return employee.id == id; });
        answer({});
    }
    void ownedBy(QObject *, qint64 employee, Answer<crm::employees::HandedOver> answer) override
    {
        give(QStringLiteral("owned by %1").arg(employee), answer, owners.contains(employee) ? crm::employees::HandedOver{3, 0, 1} : crm::employees::HandedOver());
    }
    void handOver(QObject *, qint64 from, qint64 to, Answer<crm::employees::HandedOver> answer) override
    {
        if (!failure)
            owners.removeAll(from);
        give(QStringLiteral("hand over %1 to %2").arg(from).arg(to), answer, crm::employees::HandedOver{3, 2, 1});
    }
    void exportCsv(QObject *, ui::ListKind, const crm::ListQuery &query, const QStringList &, const QString &path, base::StopToken stop,
                   Rows progress, Answer<qint64> answer) override
    {
        exportStop = stop;
        progress(exportRows / 2);
        give(QStringLiteral("export %1 %2").arg(path, query.search), answer, exportRows);
    }

private:
    template<typename T>
    void give(const QString &question, const Answer<T> &answer, const T &value)
    {
        asked.append(question);
        const auto reply = [answer, value, error = failure] { error ? answer(base::fail(*error)) : answer(value); };
        if (holdBack)
            m_held.append(reply);
        else
            reply();
    }
    template<typename T>
    void giveOne(const QString &question, const Answer<T> &answer, const QHash<qint64, T> &known, qint64 id)
    {
        if (known.contains(id) || failure) {
            give(question + QStringLiteral(" %1").arg(id), answer, known.value(id));
            return;
        }
        asked.append(question);
        answer(base::fail(base::ErrorCode::NotFound, QString::number(id)));
    }

    QVector<std::function<void()>> m_held;
};

} // namespace pfx::test
