// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/store_crm_service.h"

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/crm/repository.h"
#include "core/migration/leaving.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/latest.h"
#include "ui/crm/csv_export.h"

#include <QSaveFile>

namespace pfx::ui {

using store::Connection;

namespace {

base::Result<qint64> exportTo(store::Store &store, const base::Clock &clock, ListKind kind, const crm::ListQuery &query,
                              const QStringList &headings, const QString &path, const base::StopToken &stop,
                              const std::function<void(const qint64 &)> &progress)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return base::fail(base::ErrorCode::StorageReadOnly, file.errorString(), path);
    PFX_ASSIGN(const auto db, store.connect());
    base::ProgressGate<qint64> gate(clock, progress);
    PFX_ASSIGN(const qint64 rows, writeCsv(*db, file, kind, query, headings, stop, [&gate](qint64 done) { gate.offer(done); }));
    if (!file.commit())
        return base::fail(base::ErrorCode::StorageFull, file.errorString(), path);
    return rows;
}

} // namespace

StoreCrmService::StoreCrmService(store::Store &store, Background &background, const base::Clock &clock, QObject *parent)
    : CrmService(parent), m_store(store), m_background(background), m_clock(clock)
{}

void StoreCrmService::totals(QObject *context, Answer<crm::Totals> answer)
{
    m_background.read(context, [](Connection &db) { return crm::totals(db); }, std::move(answer), QStringLiteral("totals"));
}

void StoreCrmService::contact(QObject *context, qint64 id, Answer<crm::ContactDetails> answer)
{
    m_background.read(context, [id](Connection &db) { return crm::contactDetails(db, id); }, std::move(answer), QStringLiteral("details"));
}

void StoreCrmService::company(QObject *context, qint64 id, Answer<crm::CompanyDetails> answer)
{
    m_background.read(context, [id](Connection &db) { return crm::companyDetails(db, id); }, std::move(answer), QStringLiteral("details"));
}

void StoreCrmService::deal(QObject *context, qint64 id, Answer<crm::DealDetails> answer)
{
    m_background.read(context, [id](Connection &db) { return crm::dealDetails(db, id); }, std::move(answer), QStringLiteral("details"));
}

void StoreCrmService::pipelines(QObject *context, Answer<QVector<crm::Pipeline>> answer)
{
    m_background.read(context, [](Connection &db) { return crm::loadPipelines(db); }, std::move(answer), QStringLiteral("pipelines"));
}

void StoreCrmService::stageTotals(QObject *context, qint64 pipelineId, Answer<QVector<crm::StageTotal>> answer)
{
    m_background.read(context, [pipelineId](Connection &db) { return crm::stageTotals(db, pipelineId); }, std::move(answer),
                      QStringLiteral("stageTotals"));
}

void StoreCrmService::employees(QObject *context, Answer<QVector<crm::Employee>> answer)
{
    m_background.read(context, [](Connection &db) { return crm::employees::list(db); }, std::move(answer), QStringLiteral("employees"));
}

void StoreCrmService::saveEmployee(QObject *context, const crm::Employee &employee, Answer<qint64> answer)
{
    const auto save = [&store = m_store, employee, now = m_clock.nowMs()]() -> base::Result<qint64> {
        qint64 id = employee.id;
        PFX_TRY(store.writer().run([&](Connection &db) -> base::Result<void> {
            if (id != 0)
                return crm::employees::update(db, employee);
            PFX_ASSIGN(id, crm::employees::add(db, employee, now));
            return {};
        }));
        return id;
    };
    m_background.run(context, save, std::move(answer));
}

void StoreCrmService::removeEmployee(QObject *context, qint64 id, Answer<void> answer)
{
    const auto remove = [&store = m_store, id] { return migration::removeEmployee(store, id); };
    m_background.run(context, remove, std::move(answer));
}

void StoreCrmService::ownedBy(QObject *context, qint64 employee, Answer<crm::employees::HandedOver> answer)
{
    m_background.read(context, [employee](Connection &db) { return crm::employees::ownedBy(db, employee); }, std::move(answer),
                      QStringLiteral("ownedBy"));
}

void StoreCrmService::handOver(QObject *context, qint64 from, qint64 to, Answer<crm::employees::HandedOver> answer)
{
    const auto give = [&store = m_store, from, to, now = m_clock.nowMs(), stop = m_stop.get_token()] {
        return migration::handOver(store, from, to, now, stop);
    };
    m_background.run(context, give, std::move(answer));
}

void StoreCrmService::exportCsv(QObject *context, ListKind kind, const crm::ListQuery &query, const QStringList &headings,
                                const QString &path, base::StopToken stop, Rows progress, Answer<qint64> answer)
{
    const auto latest = std::make_shared<Latest<qint64>>(context, std::move(progress));
    const auto work = [&store = m_store, &clock = m_clock, kind, query, headings, path, stop, post = latest->poster()] {
        return exportTo(store, clock, kind, query, headings, path, stop, post);
    };
    // The answer holds the channel of the progress, so that it lives as long as somebody waits.
    m_background.run(context, work, [latest, answer = std::move(answer)](base::Result<qint64> rows) { answer(std::move(rows)); });
}

} // namespace pfx::ui
