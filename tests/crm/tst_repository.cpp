// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crm/crm_fixture.h"

#include "core/crm/lists.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::crm;
using base::Result;
using records::Kind;
using store::Connection;
using test::CrmFixture;

namespace {

QStringList names(const Result<QVector<ContactRow>> &rows)
{
    QStringList list;
    if (!rows)
        return {QStringLiteral("error ") + rows.error().detail};
    for (const ContactRow &row : *rows)
        list.append(row.name);
    return list;
}

QStringList search(CrmFixture &fixture, const QString &text)
{
    ListQuery query;
    query.search = text;
    return names(listContacts(fixture.db(), query));
}

} // namespace

class TestRepository : public QObject
{
    Q_OBJECT

private slots:
    void contactComesBackAsItWasWritten_data() { CrmFixture::backends(); }
    void contactComesBackAsItWasWritten()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        Contact written = test::contact(1, QStringLiteral("Иванова Мария"), {test::phone(QStringLiteral("+79062114018"), QStringLiteral("work")),
                                                                       test::email(QStringLiteral("maria@example.ru"))});
        written.points[0].extension = QStringLiteral("12");
        written.points.append({records::PointKind::Phone, QStringLiteral("не звонить"), {}, {}, {}});
        written.firstName = QStringLiteral("Мария");
        written.lastName = QStringLiteral("Иванова");
        written.middleName = QStringLiteral("Петровна");
        written.position = QStringLiteral("Директор");
        written.companyId = 5;
        written.tags = {QStringLiteral("VIP"), QStringLiteral("кавычка \" и \\")};
        written.custom = QByteArrayLiteral("[{\"id\":\"1\"}]");
        written.unknown = QByteArrayLiteral("{\"x\":null}");
        written.sourceCreatedAt = -5;
        written.planfixId = 77;
        written.version = 3;
        QCOMPARE(fixture.write([&](Connection &db) -> Result<void> {
            PFX_TRY(insertCompanies(db, {test::company(5, QStringLiteral("ООО «Ромашка»"), {test::phone(QStringLiteral("+74951234567"))})}));
            return insertContacts(db, {written});
        }), QString());
        const auto read = loadContacts(fixture.db(), {1, 1, 99});
        QVERIFY(read);
        QCOMPARE(read->size(), 1);
        const Contact contact = read->value(1);
        QCOMPARE(contact.name, written.name);
        QCOMPARE(contact.middleName, written.middleName);
        QCOMPARE(contact.points, written.points);
        QCOMPARE(contact.tags, written.tags);
        QCOMPARE(contact.custom, written.custom);
        QCOMPARE(contact.unknown, written.unknown);
        QCOMPARE(contact.companyId, 5);
        QCOMPARE(contact.ownerId, 0);
        QCOMPARE(contact.sourceCreatedAt, std::optional<qint64>(-5));
        QCOMPARE(contact.sourceChangedAt, std::nullopt);
        QCOMPARE(contact.version, 3);
        QCOMPARE(contact.planfixId, 77);
    }

    void lookUpsFindBatches_data() { CrmFixture::backends(); }
    void lookUpsFindBatches()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(fixture.write([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(const qint64 account, originAccount(db, records::System::Amocrm, QStringLiteral("one")));
            PFX_ASSIGN(const qint64 other, originAccount(db, records::System::Amocrm, QStringLiteral("two")));
            PFX_ASSIGN(const qint64 again, originAccount(db, records::System::Amocrm, QStringLiteral("one")));
            if (account == other || account != again)
                return base::fail(base::ErrorCode::Internal);
            PFX_TRY(insertCompanies(db, {test::company(1, QStringLiteral("ООО «Ромашка»"), {test::email(QStringLiteral("a@b.ru"))})}));
            PFX_TRY(insertContacts(db, {test::contact(1, QStringLiteral("Пётр Ёлкин"), {test::email(QStringLiteral("a@b.ru"))}),
                                        test::contact(2, QStringLiteral("петр  елкин"))}));
            return insertOrigins(db, {{account, Kind::Contact, QStringLiteral("10"), 1}, {other, Kind::Contact, QStringLiteral("10"), 2},
                                      {account, Kind::Company, QStringLiteral("10"), 1}});
        }), QString());
        const auto accounts = knownAccounts(fixture.db(), records::System::Amocrm);
        QCOMPARE(accounts.value(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
        const auto origins = findOrigins(fixture.db(), 1, Kind::Contact, {QStringLiteral("10"), QStringLiteral("11")});
        QCOMPARE(origins.value(), (QHash<QString, qint64>{{QStringLiteral("10"), 1}}));
        const auto points = findPoints(fixture.db(), {QStringLiteral("a@b.ru"), QStringLiteral("c@d.ru")});
        QCOMPARE(points->count(), 2);
        QCOMPARE(findCompaniesByKey(fixture.db(), {QStringLiteral("ромашка")})->value(QStringLiteral("ромашка")), 1);
        QCOMPARE(findContactsByName(fixture.db(), {QStringLiteral("петр елкин")})->count(), 2);
        const auto back = loadOrigins(fixture.db(), Kind::Contact, {1, 2});
        QCOMPARE(back->size(), 2);
        QCOMPARE(back->first().externalId, QStringLiteral("10"));
    }

    void dealKeepsLinksAndExactAmount_data() { CrmFixture::backends(); }
    void dealKeepsLinksAndExactAmount()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        Deal written = test::deal(1, QStringLiteral("Кухня"), QStringLiteral("100000.125"), QStringLiteral("RUB"));
        written.contacts = {{2, true}, {1, false}};
        written.closedAt = 5;
        written.source = QStringLiteral("Сайт");
        QCOMPARE(fixture.write([&](Connection &db) -> Result<void> {
            PFX_TRY(insertContacts(db, {test::contact(1, QStringLiteral("А")), test::contact(2, QStringLiteral("Б"))}));
            return insertDeals(db, {written, test::deal(2, QStringLiteral("Пусто"))});
        }), QString());
        const auto deals = loadDeals(fixture.db(), {2, 1});
        QCOMPARE(deals->value(1).amount, written.amount);
        QCOMPARE(deals->value(1).contacts, written.contacts);
        QCOMPARE(deals->value(1).closedAt, written.closedAt);
        QCOMPARE(deals->value(2).amount, QString());
        QCOMPARE(contactsWithDeals(fixture.db(), {1, 2, 3})->size(), 2);

        written.contacts = {{1, true}};
        written.title = QStringLiteral("Кухня новая");
        QCOMPARE(fixture.write([&](Connection &db) { return updateDeals(db, {written}); }), QString());
        QCOMPARE(loadDeals(fixture.db(), {1})->value(1).contacts, written.contacts);
        QCOMPARE(contactsWithDeals(fixture.db(), {1, 2}).value(), QVector<qint64>({1}));
    }

    void searchFollowsChangesAndRemovals_data() { CrmFixture::backends(); }
    void searchFollowsChangesAndRemovals()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(fixture.write([&](Connection &db) {
            return insertContacts(db, {test::contact(1, QStringLiteral("Соколова Анна"), {test::phone(QStringLiteral("+79062114018"))}),
                                       test::contact(2, QStringLiteral("Соколов Илья"))});
        }), QString());
        QCOMPARE(search(fixture, QStringLiteral("сокол")).size(), 2);
        QCOMPARE(search(fixture, QStringLiteral("2114018")), QStringList(QStringLiteral("Соколова Анна")));

        Contact changed = test::contact(1, QStringLiteral("Орлова Анна"), {test::email(QStringLiteral("orlova@example.ru"))});
        changed.version = 2;
        QCOMPARE(fixture.write([&](Connection &db) { return updateContacts(db, {changed}); }), QString());
        QCOMPARE(search(fixture, QStringLiteral("сокол")), QStringList(QStringLiteral("Соколов Илья")));
        QCOMPARE(search(fixture, QStringLiteral("2114018")), QStringList());
        QCOMPARE(search(fixture, QStringLiteral("орлова")), QStringList(QStringLiteral("Орлова Анна")));
        QCOMPARE(search(fixture, QStringLiteral("orlova@ex")), QStringList(QStringLiteral("Орлова Анна")));
        QCOMPARE(loadContacts(fixture.db(), {1})->value(1).version, 2);

        QCOMPARE(fixture.write([&](Connection &db) { return removeContacts(db, {1, 2}); }), QString());
        QCOMPARE(search(fixture, QStringLiteral("орлова")), QStringList());
        QVERIFY(findPoints(fixture.db(), {QStringLiteral("orlova@example.ru")})->isEmpty());
        QCOMPARE(fixture.write([&](Connection &db) { return insertContacts(db, {test::contact(1, QStringLiteral("Ким"))}); }), QString());
        QCOMPARE(search(fixture, QStringLiteral("орлова")), QStringList());
        QCOMPARE(search(fixture, QStringLiteral("ким")), QStringList(QStringLiteral("Ким")));
    }

    void whatIsUsedIsNotRemoved_data() { CrmFixture::backends(); }
    void whatIsUsedIsNotRemoved()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(fixture.write([&](Connection &db) -> Result<void> {
            PFX_TRY(insertCompanies(db, {test::company(1, QStringLiteral("Один")), test::company(2, QStringLiteral("Два"))}));
            Contact contact = test::contact(1, QStringLiteral("А"));
            contact.companyId = 1;
            PFX_TRY(insertContacts(db, {contact}));
            PFX_TRY(insertPipelines(db, {test::pipeline(1, QStringLiteral("Продажи")), test::pipeline(2, QStringLiteral("Пустая"))}));
            PFX_TRY(insertStages(db, {test::stage(1, 1, QStringLiteral("Новая")), test::stage(2, 1, QStringLiteral("Готово"))}));
            Deal deal = test::deal(1, QStringLiteral("Сделка"));
            deal.pipelineId = 1;
            deal.stageId = 1;
            deal.contacts = {{1, true}};
            return insertDeals(db, {deal});
        }), QString());
        const QString conflict = base::name(base::ErrorCode::Conflict);
        QCOMPARE(companiesInUse(fixture.db(), {1, 2}).value(), QVector<qint64>({1}));
        QCOMPARE(stagesInUse(fixture.db(), {1, 2}).value(), QVector<qint64>({1}));
        QCOMPARE(pipelinesInUse(fixture.db(), {1, 2}).value(), QVector<qint64>({1}));
        QCOMPARE(fixture.write([](Connection &db) { return removeCompanies(db, {1}); }), conflict);
        QCOMPARE(fixture.write([](Connection &db) { return removeContacts(db, {1}); }), conflict);
        QCOMPARE(fixture.write([](Connection &db) { return removeStages(db, {1}); }), conflict);
        QCOMPARE(fixture.write([](Connection &db) { return removePipelines(db, {1}); }), conflict);
        QCOMPARE(search(fixture, QStringLiteral("а")), QStringList(QStringLiteral("А")));

        QCOMPARE(fixture.write([](Connection &db) -> Result<void> {
            PFX_TRY(removeDeals(db, {1}));
            PFX_TRY(removeContacts(db, {1}));
            PFX_TRY(removeCompanies(db, {1, 2}));
            PFX_TRY(removeStages(db, {1, 2}));
            return removePipelines(db, {1, 2});
        }), QString());
        const auto left = totals(fixture.db());
        QCOMPARE(left->contacts + left->companies + left->deals + left->pipelines, 0);
    }

    void pipelinesComeInTheirOrder_data() { CrmFixture::backends(); }
    void pipelinesComeInTheirOrder()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        Pipeline second = test::pipeline(1, QStringLiteral("Вторая"));
        second.position = 2;
        Pipeline first = test::pipeline(2, QStringLiteral("Первая"));
        first.position = 1;
        Stage won = test::stage(1, 1, QStringLiteral("Успех"));
        won.semantics = records::Semantics::Won;
        won.color = QStringLiteral("#10B981");
        won.position = 5;
        QCOMPARE(fixture.write([&](Connection &db) -> Result<void> {
            PFX_TRY(insertPipelines(db, {second, first}));
            return insertStages(db, {won, test::stage(2, 1, QStringLiteral("Новая"))});
        }), QString());
        auto pipelines = loadPipelines(fixture.db()).value();
        QCOMPARE(pipelines.size(), 2);
        QCOMPARE(pipelines[0].name, QStringLiteral("Первая"));
        QCOMPARE(pipelines[1].stages.size(), 2);
        QCOMPARE(pipelines[1].stages[1].name, QStringLiteral("Успех"));
        QCOMPARE(pipelines[1].stages[1].semantics, records::Semantics::Won);
        QCOMPARE(pipelines[1].stages[1].color, QStringLiteral("#10B981"));

        won.name = QStringLiteral("Победа");
        second.name = QStringLiteral("Вторая, новая");
        QCOMPARE(fixture.write([&](Connection &db) -> Result<void> {
            PFX_TRY(updateStages(db, {won}));
            return updatePipelines(db, {second});
        }), QString());
        pipelines = loadPipelines(fixture.db()).value();
        QCOMPARE(pipelines[1].name, QStringLiteral("Вторая, новая"));
        QCOMPARE(pipelines[1].stages[1].name, QStringLiteral("Победа"));
        QCOMPARE(pipelines[1].createdAt, 1000);
    }

    void originsCanBeTakenAway_data() { CrmFixture::backends(); }
    void originsCanBeTakenAway()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        const Origin kept{1, Kind::Contact, QStringLiteral("a"), 1};
        const Origin removed{1, Kind::Contact, QStringLiteral("b"), 1};
        QCOMPARE(fixture.write([&](Connection &db) -> Result<void> {
            PFX_TRY(originAccount(db, records::System::Bitrix24, QStringLiteral("x")));
            PFX_TRY(insertOrigins(db, {kept, removed}));
            return removeOrigins(db, {removed});
        }), QString());
        const auto left = loadOrigins(fixture.db(), Kind::Contact, {1});
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->first().externalId, QStringLiteral("a"));
    }
};

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
