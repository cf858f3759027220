// SPDX-License-Identifier: GPL-3.0-or-later
// What the details pane says about a record, and the lines of an exported list.
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"
#include "ui/crm/csv_export.h"
#include "ui/crm/record_view.h"

#include "core/crm/repository.h"

#include <QBuffer>
#include <QLocale>
#include <QtTest>

using namespace pfx;
using pfx::ui::RecordLine;
using pfx::ui::RecordLink;
using pfx::ui::RecordSection;
using pfx::ui::RecordView;

namespace {

std::optional<RecordLine> line(const RecordView &view, const QString &value)
{
    for (const RecordSection &section : view.sections) {
        for (const RecordLine &found : section.lines) {
            if (found.value == value)
                return found;
        }
    }
    return {};
}

bool hasSection(const RecordView &view, const QString &title)
{
    return std::any_of(view.sections.cbegin(), view.sections.cend(), [&title](const RecordSection &s) { return s.title.startsWith(title); });
}

} // namespace

class TestRecordView : public QObject
{
    Q_OBJECT

private slots:
    void contactShowsPointsLinksAndOrigin();
    void emptySectionsAreNotShown();
    void manyDealsEndWithAWayToTheTable();
    void dealShowsStageAmountAndMainContact();
    void foreignFieldsAreKept();
    void csvGoesThroughAllPages();
    void csvStopsWhenAsked();
};

void TestRecordView::contactShowsPointsLinksAndOrigin()
{
    crm::ContactDetails details;
    details.contact.name = QStringLiteral("Иванова Мария");
    details.contact.position = QStringLiteral("Бухгалтер");
    records::Point phone;
    phone.value = QStringLiteral("8 (906) 211-40-18");
    phone.normalized = QStringLiteral("+79062114018");
    phone.type = QStringLiteral("work");
    records::Point broken;
    broken.value = QStringLiteral("позвонить вечером");
    details.contact.points = {phone, broken};
    details.company = crm::Named{5, QStringLiteral("Балт-Сервис")};
    details.deals = {{8, QStringLiteral("Щит")}};
    crm::OriginView origin;
    origin.source = QStringLiteral("amocrm");
    origin.account = QStringLiteral("konigkomfort");
    origin.externalId = QStringLiteral("123");
    origin.runId = 4;
    origin.decision = QStringLiteral("skipped");
    origin.reason = QStringLiteral("same_phone");
    details.origins = {origin};

    const RecordView view = ui::recordView(details);
    QCOMPARE(view.title, QStringLiteral("Иванова Мария"));
    QCOMPARE(view.subtitle, QStringLiteral("Бухгалтер · Балт-Сервис"));
    QCOMPARE(line(view, QStringLiteral("+7 906 211-40-18"))->note, QStringLiteral("work"));
    QCOMPARE(line(view, QStringLiteral("позвонить вечером"))->note, QStringLiteral("as written"));
    QCOMPARE(line(view, QStringLiteral("Балт-Сервис"))->link, (RecordLink{RecordLink::To::Company, 5}));
    QCOMPARE(line(view, QStringLiteral("Щит"))->link, (RecordLink{RecordLink::To::Deal, 8}));
    const auto from = line(view, QStringLiteral("AmoCRM, No. 123"));
    QVERIFY(from);
    for (const QString &part : {QStringLiteral("konigkomfort"), QStringLiteral("The same phone"), QStringLiteral("Import No. 4")})
        QVERIFY2(from->note.contains(part), qPrintable(from->note));
}

void TestRecordView::emptySectionsAreNotShown()
{
    crm::ContactDetails details;
    details.contact.name = QStringLiteral("Без всего");
    QVERIFY(ui::recordView(details).sections.isEmpty());
}

void TestRecordView::manyDealsEndWithAWayToTheTable()
{
    crm::CompanyDetails details;
    details.company.id = 3;
    for (int i = 1; i <= 200; ++i)
        details.deals.append({i, QStringLiteral("Сделка %1").arg(i)});
    const RecordView view = ui::recordView(details);
    const RecordSection &deals = view.sections.last();
    QVERIFY(deals.lines.size() < 20);
    QCOMPARE(deals.lines.last().link, (RecordLink{RecordLink::To::DealsOfCompany, 3}));
}

void TestRecordView::dealShowsStageAmountAndMainContact()
{
    crm::DealDetails details;
    details.deal.amount = QStringLiteral("48500.00");
    details.deal.currency = QStringLiteral("RUB");
    details.stage = crm::Stage();
    details.stage->name = QStringLiteral("Отказ клиента");
    details.stage->semantics = records::Semantics::Lost;
    details.contacts = {{1, QStringLiteral("Анна"), false}, {2, QStringLiteral("Борис"), true}};
    const RecordView view = ui::recordView(details);
    QCOMPARE(view.title, QStringLiteral("Without a title"));
    QCOMPARE(view.chip, QStringLiteral("Отказ клиента")); // as in the table
    QCOMPARE(line(view, QStringLiteral("Отказ клиента"))->note, QStringLiteral("Lost"));
    details.stage->name = QString(300, QLatin1Char('x'));
    QVERIFY(ui::recordView(details).chip.size() < 40);
    QCOMPARE(line(view, QStringLiteral("Борис"))->note, QStringLiteral("main"));
    QVERIFY(line(view, QStringLiteral("Анна"))->note.isEmpty());
    QVERIFY(hasSection(view, QStringLiteral("Customers")));
}

void TestRecordView::foreignFieldsAreKept()
{
    crm::ContactDetails details;
    details.contact.tags = {QStringLiteral("VIP"), QStringLiteral("опт")};
    details.contact.custom = QByteArrayLiteral(R"([{"id":"1","name":"Размер","text":"42"},{"code":"UF_X","text":"да"},{"name":"Пусто","text":""}])");
    const RecordView view = ui::recordView(details);
    QCOMPARE(line(view, QStringLiteral("VIP, опт"))->label, QStringLiteral("Tags"));
    QCOMPARE(line(view, QStringLiteral("42"))->label, QStringLiteral("Размер"));
    QCOMPARE(line(view, QStringLiteral("да"))->label, QStringLiteral("UF_X"));
    QVERIFY(!line(view, QString()));
}

namespace {

/// Contacts named by their number, more than fit into a page.
void insertContacts(store::Store &store, int count)
{
    const auto done = store.writer().run([count](store::Connection &db) -> base::Result<void> {
        QVector<crm::Contact> contacts(count);
        for (int i = 0; i < count; ++i) {
            contacts[i].id = i + 1;
            contacts[i].name = QStringLiteral("Контакт %1").arg(i, 5, 10, QLatin1Char('0'));
        }
        return crm::insertContacts(db, contacts);
    });
    PFX_VERIFY(done);
}

} // namespace

void TestRecordView::csvGoesThroughAllPages()
{
    QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Russia));
    test::StoreFixture fixture(QStringLiteral("sqlite"));
    insertContacts(fixture.store(), 2500);
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVector<qint64> seen;
    const auto rows = ui::writeCsv(**db, buffer, ui::ListKind::Contacts, {}, {QStringLiteral("Имя"), QStringLiteral("Телефон")}, {},
                                   [&seen](qint64 done) { seen.append(done); });
    PFX_VERIFY(rows);
    QCOMPARE(*rows, 2500);
    const QList<QByteArray> lines = buffer.data().split('\n');
    QCOMPARE(lines.first(), QByteArray("\xEF\xBB\xBFИмя;Телефон\r"));
    QCOMPARE(lines.size(), 2502); // heading, rows, the end
    QVERIFY(lines.at(1).startsWith("Контакт 00000;"));
    QVERIFY(lines.at(2500).startsWith("Контакт 02499;"));
    QCOMPARE(seen.last(), 2500);
}

void TestRecordView::csvStopsWhenAsked()
{
    test::StoreFixture fixture(QStringLiteral("sqlite"));
    insertContacts(fixture.store(), 2500);
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    base::StopSource stop;
    const auto rows = ui::writeCsv(**db, buffer, ui::ListKind::Contacts, {}, {}, stop.get_token(), [&stop](qint64) { stop.request_stop(); });
    PFX_VERIFY_ERROR(rows, base::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestRecordView)
#include "tst_record_view.moc"
