// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types as an order: what is wrong with it, and the order that it makes.
#include "tests/ui_orders/fake_orders_service.h"
#include "translations/translations.h"
#include "ui/orders/order_form_presenter.h"

#include <QSignalSpy>
#include <QtTest>

using namespace pfx;
using namespace pfx::ui;

namespace {

OrderDraft draft(const std::function<void(OrderDraft &)> &edit)
{
    OrderDraft made;
    made.name = QStringLiteral("Анна");
    edit(made);
    return made;
}

} // namespace

class tst_order_form : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { translations::install(*QCoreApplication::instance(), QStringLiteral("ru")); }
    void draftsAreChecked_data();
    void draftsAreChecked();
    void errorsAreShownOnceSavingWasTried();
    void anUntouchedOrderIsNoChange();
    void emptyRowsAreLeftOutAndTheSumIsReckoned();
    void valuesThatAreNotTouchedKeepTheirKind();
    void aTakenNumberIsSaidAtTheField();
    void savingTwiceSavesOnce();
};

void tst_order_form::draftsAreChecked_data()
{
    QTest::addColumn<OrderDraft>("typed");
    QTest::addColumn<QStringList>("wrong");
    const auto row = [](const char *name, const std::function<void(OrderDraft &)> &edit, const char *wrong) {
        QTest::newRow(name) << draft(edit) << QString::fromLatin1(wrong).split(u' ', Qt::SkipEmptyParts);
    };
    row("a name is enough", [](OrderDraft &) {}, "");
    row("a phone is enough", [](OrderDraft &d) { d.name.clear(); d.phone = QStringLiteral("8 906 211 40 18"); }, "");
    row("nobody", [](OrderDraft &d) { d.name = QStringLiteral("  "); }, "client.name");
    row("words for a phone", [](OrderDraft &d) { d.phone = QStringLiteral("позвоню сам"); }, "client.phone");
    row("half an e-mail", [](OrderDraft &d) { d.email = QStringLiteral("anna@"); }, "client.email");
    row("a sum with spaces and a comma", [](OrderDraft &d) { d.total = QStringLiteral("48 500,00"); }, "");
    row("a sum in words", [](OrderDraft &d) { d.total = QStringLiteral("много"); }, "total");
    row("an item without a name", [](OrderDraft &d) { d.items = {{{}, QStringLiteral("2"), QStringLiteral("5")}}; }, "items[0].name");
    row("an item with wrong numbers", [](OrderDraft &d) { d.items = {{QStringLiteral("x"), QStringLiteral("две"), QStringLiteral("5р.")}}; },
        "items[0].quantity");
    row("an empty row", [](OrderDraft &d) { d.items = {{}}; }, "");
    row("a value without a name", [](OrderDraft &d) { d.extra = {{{}, QStringLiteral("v"), {}}}; }, "extra[0].name");
    row("the same name twice", [](OrderDraft &d) { d.extra = {{QStringLiteral("a"), {}, {}}, {QStringLiteral("a "), QStringLiteral("v"), {}}}; },
        "extra[1].name");
    row("a number that is too long", [](OrderDraft &d) { d.number = QString(65, u'1'); }, "number");
    row("a number with a bell in it", [](OrderDraft &d) { d.number = QStringLiteral("A\a1"); }, "number");
}

void tst_order_form::draftsAreChecked()
{
    QFETCH(const OrderDraft, typed);
    QFETCH(const QStringList, wrong);
    const DraftErrors errors = check(typed);
    QStringList fields = errors.keys();
    fields.sort();
    QCOMPARE(fields, wrong);
    for (const QString &error : errors)
        QVERIFY(!error.isEmpty());
}

void tst_order_form::errorsAreShownOnceSavingWasTried()
{
    test::FakeOrdersService service;
    OrderFormPresenter presenter(service);
    presenter.openNew();
    const QString name = QStringLiteral("client.name");
    QCOMPARE(presenter.state().errorOf(name), QString()); // nobody has done anything wrong yet
    presenter.save();
    QVERIFY(!presenter.state().errorOf(name).isEmpty());
    QVERIFY(service.asked.isEmpty());
    presenter.setDraft(draft([](OrderDraft &) {}));
    QCOMPARE(presenter.state().errorOf(name), QString()); // goes as it is mended
}

void tst_order_form::anUntouchedOrderIsNoChange()
{
    orders::Order order;
    order.id = 5;
    order.number = QStringLiteral("A-5");
    order.client = {QStringLiteral("Анна"), QStringLiteral("8 (906) 211-40-18"), {}};
    order.items = {{QStringLiteral("Розетка"), QStringLiteral("2"), QStringLiteral("500.00")}};
    order.total = QStringLiteral("900.00"); // with a discount: not what the items come to
    order.currency = QStringLiteral("RUB");
    order.visitAt = 1'760'000'000'000;
    order.extra = QJsonObject{{QStringLiteral("floor"), 3}, {QStringLiteral("tags"), QJsonArray{1, 2}}};
    QCOMPARE(orderOf(draftOf(order), order), order);
}

void tst_order_form::emptyRowsAreLeftOutAndTheSumIsReckoned()
{
    const OrderDraft typed = draft([](OrderDraft &d) {
        d.items = {{QStringLiteral("Розетка"), QStringLiteral("2"), QStringLiteral("500,50")}, {}, {QStringLiteral("Выезд"), {}, QStringLiteral("1000")}};
        d.extra = {{{}, {}, {}}};
    });
    const orders::Order order = orderOf(typed, {});
    QCOMPARE(order.items.size(), 2);
    QCOMPARE(order.total, QStringLiteral("2001.00"));
    QVERIFY(order.extra.isEmpty());
    OrderDraft byHand = typed;
    byHand.total = QStringLiteral("1 900");
    QCOMPARE(orderOf(byHand, {}).total, QStringLiteral("1900.00"));
}

void tst_order_form::valuesThatAreNotTouchedKeepTheirKind()
{
    orders::Order order;
    order.extra = QJsonObject{{QStringLiteral("floor"), 3}, {QStringLiteral("lift"), true}};
    OrderDraft typed = draftOf(order);
    QCOMPARE(typed.extra.size(), 2);
    typed.extra[0].value = QStringLiteral("4");
    const QJsonObject extra = orderOf(typed, order).extra;
    QCOMPARE(extra.value(QLatin1String("floor")), QJsonValue(QStringLiteral("4")));
    QCOMPARE(extra.value(QLatin1String("lift")), QJsonValue(true));
}

void tst_order_form::aTakenNumberIsSaidAtTheField()
{
    test::FakeOrdersService service;
    OrderFormPresenter presenter(service);
    presenter.openNew();
    presenter.setDraft(draft([](OrderDraft &d) { d.number = QStringLiteral("A-1"); }));
    service.failure = base::Error{base::ErrorCode::Conflict, {}, QStringLiteral("number")};
    presenter.save();
    QVERIFY(!presenter.state().errorOf(QStringLiteral("number")).isEmpty());
    QVERIFY(!presenter.state().error);
    service.failure = base::Error{base::ErrorCode::StorageFull, {}, {}};
    presenter.save();
    QCOMPARE(presenter.state().error->code, base::ErrorCode::StorageFull);
    QCOMPARE(presenter.state().draft.number, QStringLiteral("A-1")); // what was typed stays
    service.failure.reset();
    QSignalSpy saved(&presenter, &OrderFormPresenter::saved);
    presenter.save();
    QCOMPARE(saved.size(), 1);
    QVERIFY(!presenter.state().isTouched());
}

void tst_order_form::savingTwiceSavesOnce()
{
    test::FakeOrdersService service;
    service.holdBack = true;
    OrderFormPresenter presenter(service);
    presenter.openNew();
    presenter.setDraft(draft([](OrderDraft &) {}));
    presenter.save();
    presenter.save();
    QCOMPARE(service.asked.size(), 1);
    QVERIFY(presenter.state().isSaving);
    service.release();
    QVERIFY(!presenter.state().isSaving);
}

QTEST_GUILESS_MAIN(tst_order_form)
#include "tst_order_form.moc"
