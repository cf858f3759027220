// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/condition.h"

#include "tests/support/verify_result.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace pfx;
using namespace pfx::rules;

namespace {

const QVector<Field> known{{QStringLiteral("direction"), Format::Text},       {QStringLiteral("virtual_phone_number"), Format::Phone},
                           {QStringLiteral("talk_duration"), Format::Number}, {QStringLiteral("utm_source"), Format::Text},
                           {QStringLiteral("tags"), Format::List},            {QStringLiteral("is_lost"), Format::Flag},
                           {QStringLiteral("at"), Format::Time}};

QJsonObject fixture()
{
    QFile file(QStringLiteral(PFX_TEST_DATA "/sms/condition_trees.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray leaf(const char *field, const char *op, const char *value)
{
    return QByteArray("{\"field\":\"") + field + "\",\"operator\":\"" + op + "\",\"value\":" + value + '}';
}

} // namespace

class TestCondition : public QObject {
    Q_OBJECT

private slots:
    void treesOfTheFixturesMatchWhatAnIndependentEngineSays_data()
    {
        QTest::addColumn<QJsonObject>("tree");
        QTest::addColumn<QJsonArray>("match");
        const QJsonArray cases = fixture().value(QStringLiteral("cases")).toArray();
        QCOMPARE(cases.size(), 9);
        for (const QJsonValue &one : cases) {
            QTest::newRow(QJsonDocument(one[QStringLiteral("tree")].toObject()).toJson(QJsonDocument::Compact).left(120).constData())
                << one[QStringLiteral("tree")].toObject() << one[QStringLiteral("match")].toArray();
        }
    }
    void treesOfTheFixturesMatchWhatAnIndependentEngineSays()
    {
        QFETCH(QJsonObject, tree);
        QFETCH(QJsonArray, match);
        const auto condition = Condition::parse(tree, known);
        PFX_VERIFY(condition);
        const QJsonObject events = fixture().value(QStringLiteral("events")).toObject();
        QJsonArray matched;
        for (const QString &name : events.keys()) {
            const bool result = condition->matches(events.value(name).toObject());
            QCOMPARE(condition->explain(events.value(name).toObject()).result, result);
            if (result)
                matched.append(name);
        }
        QCOMPARE(matched, match);
        // There and back.
        const auto again = Condition::parse(condition->toJson(), known);
        PFX_VERIFY(again);
        QCOMPARE(again->toJson(), condition->toJson());
    }

    void oneConditionHolds_data()
    {
        QTest::addColumn<QByteArray>("tree");
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *title, const QByteArray &tree, const char *facts, bool holds) {
            QTest::newRow(title) << tree << QByteArray(facts) << holds;
        };
        row("a phone is the same however it is written", leaf("virtual_phone_number", "in", "[\"8 (495) 555-00-01\"]"),
            "{\"virtual_phone_number\":\"74955550001\"}", true);
        row("a phone by its beginning", leaf("virtual_phone_number", "like", "\"+7495%\""), "{\"virtual_phone_number\":\"8 495 555-00-01\"}", true);
        row("like minds capitals", leaf("utm_source", "like", "\"%YANDEX%\""), "{\"utm_source\":\"yandex\"}", false);
        row("ilike does not, in Cyrillic either", leaf("utm_source", "ilike", "\"%яндекс%\""), "{\"utm_source\":\"Из ЯНДЕКСА\"}", true);
        row("a pattern's other signs are letters", leaf("utm_source", "like", "\"a.c_\""), "{\"utm_source\":\"abcd\"}", false);
        row("a line break is a letter too", leaf("utm_source", "like", "\"a%c\""), "{\"utm_source\":\"a\\nc\"}", true);
        row("a missing value is less than nothing", leaf("talk_duration", "<", "5"), "{}", false);
        row("a missing value is not equal", leaf("talk_duration", "!=", "5"), "{}", true);
        row("a number as text", leaf("talk_duration", ">=", "10"), "{\"talk_duration\":\"10\"}", true);
        row("what is no number is not compared", leaf("talk_duration", ">", "1"), "{\"talk_duration\":\"many\"}", false);
        row("a flag", leaf("is_lost", "=", "true"), "{\"is_lost\":true}", true);
        row("a flag as text", leaf("is_lost", "=", "\"false\""), "{\"is_lost\":false}", true);
        row("a time in another zone", leaf("at", ">", "\"2026-03-02T12:00:00+03:00\""), "{\"at\":\"2026-03-02T09:00:01Z\"}", true);
        row("null is asked for", leaf("utm_source", "=", "null"), "{\"utm_source\":null}", true);
        row("one of the tags is like it", leaf("tags", "ilike", "\"%vip%\""), "{\"tags\":[\"Опт\",\"VIP\"]}", true);
        row("none of the tags", leaf("tags", "not_overlap", "[\"VIP\"]"), "{\"tags\":[]}", true);
        row("a regular expression", leaf("utm_source", "regexp", "\"^ya[a-z]+$\""), "{\"utm_source\":\"yandex\"}", true);
        row("a hostile regular expression comes to an end", leaf("utm_source", "regexp", "\"^(a+)+$\""),
            "{\"utm_source\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"}", false);
    }
    void oneConditionHolds()
    {
        QFETCH(QByteArray, tree);
        QFETCH(QByteArray, facts);
        const auto condition = Condition::parse(tree, known);
        PFX_VERIFY(condition);
        QTEST(condition->matches(QJsonDocument::fromJson(facts).object()), "holds");
    }

    void whatIsNoTreeIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("tree");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *title, const QByteArray &tree, const char *where) {
            QTest::newRow(title) << tree << QString::fromLatin1(where);
        };
        row("an unknown field", "{\"filters\":[" + leaf("nonsense", "=", "1") + "]}", "filters[0].field");
        row("an unknown operator", leaf("direction", "~", "1"), "operator");
        row("an operator of other values", leaf("direction", "<", "1"), "operator");
        row("a list that is none", leaf("direction", "in", "\"in\""), "value");
        row("a number that is none", leaf("talk_duration", ">", "\"x\""), "value");
        row("a broken regular expression", leaf("direction", "regexp", "\"(\""), "value");
        row("a long regular expression", leaf("direction", "regexp", '"' + QByteArray(201, 'a') + '"'), "value");
        row("neither and nor or", "{\"condition\":\"xor\",\"filters\":[]}", "condition");
        row("a version from the future", "{\"version\":2,\"root\":{}}", "version");
        row("four levels", "{\"filters\":[{\"filters\":[{\"filters\":[{\"filters\":[]}]}]}]}", "filters[0].filters[0].filters[0].filters");
    }
    void whatIsNoTreeIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, tree);
        const auto condition = Condition::parse(tree, known);
        PFX_VERIFY_ERROR(condition, base::ErrorCode::Validation);
        QTEST(condition.error().where, "where");
    }

    void moreThanFiftyConditionsAreRefused()
    {
        QByteArrayList leaves;
        for (int i = 0; i < 51; ++i)
            leaves.append(leaf("direction", "=", "\"in\""));
        PFX_VERIFY_ERROR(Condition::parse("{\"filters\":[" + leaves.join(',') + "]}", known), base::ErrorCode::Validation);
        leaves.removeLast();
        PFX_VERIFY(Condition::parse("{\"filters\":[" + leaves.join(',') + "]}", known));
    }

    void whereNothingIsSwitchedOnEverythingPasses()
    {
        for (const char *tree : {"", "{}", "{\"version\":1,\"root\":{\"condition\":\"or\",\"not\":true,\"filters\":[]}}",
                                 "{\"condition\":\"or\",\"filters\":[{\"field\":\"direction\",\"operator\":\"=\",\"value\":\"x\",\"enabled\":false}]}"}) {
            const auto condition = Condition::parse(QByteArray(tree), known);
            PFX_VERIFY(condition);
            QVERIFY2(condition->isOpen(), tree);
            QVERIFY2(condition->matches({}), tree);
        }
    }

    void anExplanationShowsEveryConditionAndGroup()
    {
        const auto condition = Condition::parse("{\"id\":\"g1\",\"condition\":\"or\",\"filters\":[" + leaf("direction", "=", "\"in\"") + ','
                                                    + leaf("talk_duration", ">", "5") + "]}",
                                                known);
        PFX_VERIFY(condition);
        const Explanation why = condition->explain({{QStringLiteral("direction"), QStringLiteral("in")}});
        QVERIFY(why.result);
        QCOMPARE(why.steps.size(), 2);
        QVERIFY(why.steps[0].result);
        QCOMPARE(why.steps[0].actual, QJsonValue(QStringLiteral("in")));
        QVERIFY(!why.steps[1].result);
        QVERIFY(why.steps[1].actual.isNull());
        QCOMPARE(why.groups.value(QStringLiteral("g1")), true);
    }

    void whatUisIsAskedHasNothingOfOurs()
    {
        const auto condition
            = Condition::parse("{\"id\":\"g\",\"filters\":[" + leaf("direction", "=", "\"in\"")
                                   + ",{\"field\":\"direction\",\"operator\":\"=\",\"value\":\"out\",\"enabled\":false}]}",
                               known);
        PFX_VERIFY(condition);
        QCOMPARE(QJsonDocument(*condition->forUis()).toJson(QJsonDocument::Compact),
                 QByteArray("{\"condition\":\"and\",\"filters\":[{\"field\":\"direction\",\"operator\":\"=\",\"value\":\"in\"}]}"));
        const auto negated = Condition::parse("{\"not\":true,\"filters\":[" + leaf("direction", "=", "\"in\"") + "]}", known);
        QVERIFY(!negated->forUis());
    }
};

QTEST_APPLESS_MAIN(TestCondition)
#include "tst_condition.moc"
