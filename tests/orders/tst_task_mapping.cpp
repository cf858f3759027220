// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/task_mapping.h"

#include "core/orders/order_json.h"
#include "core/planfix/write_entities.h"
#include "tests/support/verify_result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace pfx;
using namespace pfx::orders;
using planfix::CustomField;
using planfix::CustomValue;

namespace {

Order sample()
{
    return *readOrder(R"({"number":"ORD-7","client":{"name":"Анна","phone":"+79000000117"},"visit_at":"2026-02-03T09:30:00Z",
        "items":[{"name":"Розетка <IP44>","quantity":4,"price":350}],"total":1400,"currency":"RUB","extra":{"city":"Сайт"}})");
}

TaskMapping mapping()
{
    TaskMapping m;
    m.templateId = 104;
    m.namePattern = QStringLiteral("Заявка #{{number}} – {{client_name}}");
    m.fields = {{QStringLiteral("number"), 115}, {QStringLiteral("total"), 120}, {QStringLiteral("visit_at"), 121},
                {QStringLiteral("extra.city"), 122}};
    m.known = {{115, CustomField{115, QStringLiteral("Номер"), 0, {}, 0}},
               {120, CustomField{120, QStringLiteral("Сумма"), 1, {}, 0}},
               {121, CustomField{121, QStringLiteral("Дата"), 3, {}, 0}},
               {122, CustomField{122, QStringLiteral("Источник"), 8, {QStringLiteral("Сайт"), QStringLiteral("Звонок")}, 0}}};
    m.statusNames = {{Status::New, {QStringLiteral("Новая")}},
                     {Status::Confirmed, {QStringLiteral("Подтверждено"), QStringLiteral("Принято")}},
                     {Status::InProgress, {QStringLiteral("В работе")}}};
    m.statuses = {{1, QStringLiteral("Новая"), {}, true}, {2, QStringLiteral("В работе"), {}, true}, {5, QStringLiteral("принято"), {}, true}};
    m.words = {QStringLiteral("Клиент"), QStringLiteral("Телефон"), QStringLiteral("E-mail"), QStringLiteral("Адрес"), QStringLiteral("Визит"),
               QStringLiteral("Состав"), QStringLiteral("Сумма"), QStringLiteral("Комментарий"), QStringLiteral("Тестовая заявка")};
    return m;
}

planfix::Task taskWith(const QString &status, const QVector<CustomValue> &custom)
{
    planfix::Task task;
    task.id = 5;
    task.status = planfix::Status{9, status, {}, true};
    task.custom = custom;
    return task;
}

} // namespace

class TestTaskMapping : public QObject
{
    Q_OBJECT

private slots:
    void aNewOrderIsAWholeTask()
    {
        const auto draft = newTask(sample(), mapping(), QStringLiteral("contact:311"));
        PFX_VERIFY(draft);
        QCOMPARE(*draft->name, QStringLiteral("Заявка #ORD-7 – Анна"));
        QCOMPARE(*draft->description, QStringLiteral("Клиент: Анна<br>Телефон: +79000000117<br>Визит: 03.02.2026 09:30<br>Состав:<br>"
                                                     "• Розетка &lt;IP44&gt; × 4 – 350.00\u00a0RUB<br>Сумма: 1400.00\u00a0RUB"));
        const QJsonObject json = planfix::toJson(*draft);
        const QJsonObject expected = QJsonDocument::fromJson(R"({"template":{"id":104},"status":{"id":1},"counterparty":{"id":"contact:311"},
            "customFieldData":[{"field":{"id":122},"value":"Сайт"},{"field":{"id":115},"value":"ORD-7"},{"field":{"id":120},"value":1400},
            {"field":{"id":121},"value":{"date":"03-02-2026"}}]})").object();
        for (auto member = expected.begin(); member != expected.end(); ++member)
            QCOMPARE(json.value(member.key()), member.value());
    }

    void aTestOrderSaysSo()
    {
        Order order = sample();
        order.isTest = true;
        QVERIFY(newTask(order, mapping())->description->startsWith(QStringLiteral("Тестовая заявка<br>")));
    }

    void aStatusIsSetByTheFirstNameThatTheProcessHas()
    {
        Order order = sample();
        order.status = Status::Confirmed;
        QCOMPARE(newTask(order, mapping())->status, std::optional<qint64>(5));
        order.status = Status::Cancelled;
        QCOMPARE(newTask(order, mapping())->status, std::nullopt);
    }

    void aValueThatDoesNotFitItsFieldIsNamed()
    {
        Order order = sample();
        order.extra.insert(QStringLiteral("city"), QStringLiteral("Почта"));
        const auto draft = newTask(order, mapping());
        PFX_VERIFY_ERROR(draft, base::ErrorCode::Validation);
        QCOMPARE(draft.error().where, QStringLiteral("extra.city"));
    }

    void aNamePatternMustNameTheNumber()
    {
        TaskMapping m = mapping();
        m.namePattern = QStringLiteral("Заявка {{client_name}}");
        PFX_VERIFY_ERROR(newTask(sample(), m), base::ErrorCode::Validation);
    }

    void anUpdateSendsOnlyWhatDiffers()
    {
        Order after = sample();
        after.status = Status::InProgress;
        const auto draft = changedTask(sample(), after, mapping());
        QCOMPARE(planfix::toJson(*draft), (QJsonObject{{QStringLiteral("status"), QJsonObject{{QStringLiteral("id"), 2}}}}));
        QVERIFY(isEmpty(*changedTask(sample(), sample(), mapping())));
    }

    void aFieldThatWasEmptiedIsCleared()
    {
        Order after = sample();
        after.extra.remove(QStringLiteral("city"));
        const auto draft = changedTask(sample(), after, mapping());
        QCOMPARE(draft->custom.size(), 1);
        QCOMPARE(draft->custom[0].field, 122);
        QCOMPARE(draft->custom[0].value, QJsonValue(QString()));
    }

    void theTasksStatusAndFieldsComeBack()
    {
        CustomValue sum{120, QStringLiteral("Сумма"), 1, 1500.5, QStringLiteral("1500,5")};
        CustomValue city{122, QStringLiteral("Источник"), 8, QStringLiteral("Звонок"), QStringLiteral("Звонок")};
        CustomValue number{115, QStringLiteral("Номер"), 0, QStringLiteral("OTHER"), QStringLiteral("OTHER")};
        const Order order = fromTask(sample(), taskWith(QStringLiteral("Принято"), {sum, city, number}), mapping());
        QCOMPARE(order.status, Status::Confirmed);
        QCOMPARE(order.total, QStringLiteral("1500.50"));
        QCOMPARE(order.extra.value(QStringLiteral("city")), QJsonValue(QStringLiteral("Звонок")));
        QCOMPARE(order.number, QStringLiteral("ORD-7"));
        QCOMPARE(order.client, sample().client);
    }

    void aDateFromPlanfixKeepsTheHourThatWeKnow()
    {
        CustomValue date{121, QStringLiteral("Дата"), 3, QJsonObject{{QStringLiteral("date"), QStringLiteral("05-02-2026")},
                                                                    {QStringLiteral("time"), QStringLiteral("00:00")}}, {}};
        const Order order = fromTask(sample(), taskWith(QStringLiteral("Новая"), {date}), mapping());
        QCOMPARE(isoTime(*order.visitAt).left(16), QStringLiteral("2026-02-05T09:30"));
    }

    void anUnknownStatusLeavesOurs()
    {
        Order known = sample();
        known.status = Status::InProgress;
        QCOMPARE(fromTask(known, taskWith(QStringLiteral("Ждём деталь"), {}), mapping()), known);
    }

    void whatWasJustSentComesBackUnchanged()
    {
        const auto draft = newTask(sample(), mapping());
        planfix::Task task = taskWith(QStringLiteral("Новая"), draft->custom);
        QCOMPARE(fromTask(sample(), task, mapping()), sample());
    }

    void settingsAreChecked()
    {
        const auto names = readStatusNames({{QStringLiteral("new"), QStringLiteral("Новая, В очереди")}});
        QCOMPARE(names->value(Status::New), (QStringList{QStringLiteral("Новая"), QStringLiteral("В очереди")}));
        PFX_VERIFY_ERROR(readStatusNames({{QStringLiteral("lost"), QStringLiteral("x")}}), base::ErrorCode::Validation);
        PFX_VERIFY(readFieldMap({{QStringLiteral("extra.city"), 5}, {QStringLiteral("number"), QStringLiteral("115")}}));
        PFX_VERIFY_ERROR(readFieldMap({{QStringLiteral("colour"), 5}}), base::ErrorCode::Validation);
        PFX_VERIFY_ERROR(readFieldMap({{QStringLiteral("total"), QStringLiteral("x")}}), base::ErrorCode::Validation);
    }

    void theMarkerIsTheSameForTheSameOrderOnly()
    {
        const QString marker = taskMarker(QStringLiteral("store-1"), QStringLiteral("7"));
        QCOMPARE(taskMarker(QStringLiteral("store-1"), QStringLiteral("7")), marker);
        QVERIFY(taskMarker(QStringLiteral("store-2"), QStringLiteral("7")) != marker);
        QVERIFY(taskMarker(QStringLiteral("store-1"), QStringLiteral("8")) != marker);
        QCOMPARE(marker.size(), 36);
    }
};

QTEST_GUILESS_MAIN(TestTaskMapping)
#include "tst_task_mapping.moc"
