// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crm/crm_fixture.h"

#include "core/crm/employees.h"

#include <QTest>

namespace pfx::test {

CrmFixture::CrmFixture(const QString &backend) : m_store(backend)
{
    if (!m_store.isValid())
        qFatal("no store: %s", qPrintable(m_store.error()));
    m_db = connect();
}

std::unique_ptr<store::Connection> CrmFixture::connect()
{
    auto connected = m_store.store().connect();
    if (!connected)
        qFatal("no connection: %s", qPrintable(connected.error().detail));
    return std::move(*connected);
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

QString fillOffice(CrmFixture &fixture)
{
    return fixture.write([](store::Connection &db) -> base::Result<void> {
        PFX_TRY(crm::employees::add(db, {0, QStringLiteral("Мария"), {}, {}, 1}, 1000));
        PFX_TRY(crm::insertCompanies(db, {company(1, QStringLiteral("ООО «Ромашка»"))}));
        crm::Contact anna = contact(1, QStringLiteral("Анна"),
                                     {email(QStringLiteral("anna@example.ru")), phone(QStringLiteral("+79062114018"))});
        anna.companyId = 1;
        anna.ownerId = 1;
        PFX_TRY(crm::insertContacts(db, {anna, contact(2, QStringLiteral("Борис"))}));
        PFX_TRY(crm::insertPipelines(db, {pipeline(1, QStringLiteral("Продажи"))}));
        crm::Stage first = stage(1, 1, QStringLiteral("Новая"));
        first.color = QStringLiteral("#3B82F6");
        PFX_TRY(crm::insertStages(db, {first}));
        crm::Deal kitchen = deal(1, QStringLiteral("Кухня"), QStringLiteral("100.50"), QStringLiteral("RUB"));
        kitchen.pipelineId = kitchen.stageId = kitchen.companyId = 1;
        kitchen.contacts = {{1, false}, {2, true}};
        crm::Deal wardrobe = deal(2, QStringLiteral("Шкаф"));
        wardrobe.pipelineId = 1;
        PFX_TRY(crm::insertDeals(db, {kitchen, wardrobe}));
        PFX_ASSIGN(const qint64 account, crm::originAccount(db, records::System::Amocrm, QStringLiteral("office")));
        return crm::insertOrigins(db, {{account, records::Kind::Contact, QStringLiteral("501"), 1}});
    });
}

} // namespace pfx::test
