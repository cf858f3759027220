// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crm/crm_fixture.h"

#include <QTest>

namespace pfx::test {

CrmFixture::CrmFixture(const QString &backend) : m_store(backend)
{
    if (!m_store.isValid())
        qFatal("no store: %s", qPrintable(m_store.error()));
    auto connected = m_store.store().connect();
    if (!connected)
        qFatal("no connection: %s", qPrintable(connected.error().detail));
    m_db = std::move(*connected);
}

QString CrmFixture::write(const store::Writer::Job &job)
{
    const auto written = m_store.store().writer().run(job);
    return written ? QString() : base::name(written.error().code);
}

void CrmFixture::backends()
{
    addBackends();
}

void CrmFixture::forEachBackend(const std::function<void(const QString &)> &each)
{
    for (const BackendRow &row : test::backends())
        each(row.backend);
}

records::Point phone(const QString &normalized, const QString &type)
{
    return {records::PointKind::Phone, normalized, normalized, {}, type};
}

records::Point email(const QString &normalized, const QString &type)
{
    return {records::PointKind::Email, normalized, normalized, {}, type};
}

crm::Contact contact(qint64 id, const QString &name, const QVector<records::Point> &points)
{
    crm::Contact made;
    made.id = id;
    made.name = name;
    made.points = points;
    made.createdAt = made.changedAt = 1000;
    return made;
}

crm::Company company(qint64 id, const QString &title, const QVector<records::Point> &points)
{
    crm::Company made;
    made.id = id;
    made.title = title;
    made.points = points;
    made.createdAt = made.changedAt = 1000;
    return made;
}

crm::Deal deal(qint64 id, const QString &title, const QString &amount, const QString &currency)
{
    crm::Deal made;
    made.id = id;
    made.title = title;
    made.amount = amount;
    made.currency = currency;
    made.createdAt = made.changedAt = 1000;
    return made;
}

crm::Pipeline pipeline(qint64 id, const QString &name)
{
    crm::Pipeline made;
    made.id = id;
    made.name = name;
    made.createdAt = 1000;
    return made;
}

crm::Stage stage(qint64 id, qint64 pipelineId, const QString &name)
{
    crm::Stage made;
    made.id = id;
    made.pipelineId = pipelineId;
    made.name = name;
    return made;
}

} // namespace pfx::test
