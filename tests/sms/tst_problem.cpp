// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/credentials.h"
#include "core/sms/problem.h"

#include <QDateTime>
#include <QtTest>

using namespace pfx;
using namespace pfx::sms;

namespace {

QString outcome(const tl::expected<NewMessage, Refusal> &message)
{
    return message ? message->recipient + QLatin1Char(' ') + name(message->state) : name(message.error().problem);
}

} // namespace

class TestProblem : public QObject {
    Q_OBJECT

private slots:
    void aMessageIsCheckedBeforeItIsStored_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *title, const char *from, const char *to, const QString &text, const char *outcome) {
            QTest::newRow(title) << QString::fromUtf8(from) << QString::fromUtf8(to) << text << QString::fromUtf8(outcome);
        };
        const QString a = QStringLiteral("a");
        row("a mask with brackets", "TESTCO", "+7 (916) 111-00-06", a, "+79161110006 queued");
        row("an eight", "", "8-916-111-00-07", a, "+79161110007 queued");
        row("a plus that became a space", "", " 79161110007", a, "+79161110007 queued");
        row("ten digits", "", "9161110007", a, "+79161110007 queued");
        row("a number abroad", "", "+375 29 123-45-67", a, "+375291234567 queued");
        row("a short number", "", "12", a, "bad_phone");
        row("letters", "", "call me", a, "bad_phone");
        row("no number", "", "", a, "bad_phone");
        row("a switchboard's extension", "", "+7 495 555-00-01 доб. 12", a, "bad_phone");
        row("an empty text", "", "79161110007", {}, "empty_text");
        row("spaces only", "", "79161110007", QStringLiteral(" \n"), "empty_text");
        row("eight parts", "", "79161110007", QString(8 * 67, QChar(u'я')), "+79161110007 queued");
        row("nine parts", "", "79161110007", QString(8 * 67 + 1, QChar(u'я')), "too_long");
        row("a hundred thousand characters", "", "79161110007", QString(100'000, QChar(u'я')), "too_long");
        row("a sender of 11", "ABCDEFGHIJK", "79161110007", a, "+79161110007 queued");
        row("a sender of 12", "ABCDEFGHIJKL", "79161110007", a, "bad_sender");
        row("a sender in Cyrillic", "Ромашка", "79161110007", a, "bad_sender");
        row("a number as sender", "+79991234567", "79161110007", a, "+79161110007 queued");
        row("a stopped number", "", "79161119999", a, "stop_list");
    }
    void aMessageIsCheckedBeforeItIsStored()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, text);
        Policy policy;
        policy.stopList.insert(QStringLiteral("+79161119999"), QStringLiteral("asked to"));
        QTEST(::outcome(prepare({Source::Planfix, QStringLiteral("default"), {}, from, to, text, 0}, policy, 0)), "outcome");
    }

    void onlyAllowedSendersPass()
    {
        Policy policy;
        policy.senders = {QStringLiteral("TESTCO")};
        const auto with = [&policy](const char *from) {
            return ::outcome(prepare({Source::Planfix, {}, {}, QString::fromLatin1(from), QStringLiteral("79161110007"), QStringLiteral("a"), 0},
                                     policy, 0));
        };
        QCOMPARE(with("TESTCO"), QStringLiteral("+79161110007 queued"));
        QCOMPARE(with(""), QStringLiteral("+79161110007 queued"));
        QCOMPARE(with("OTHER"), QStringLiteral("sender"));
    }

    void quietHoursGoByTheRecipientsClock_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("until");
        const auto row = [](const char *title, const char *hours, const char *number, const char *now, const char *until) {
            QTest::newRow(title) << QString::fromLatin1(hours) << QString::fromLatin1(number) << QString::fromLatin1(now)
                                 << QString::fromLatin1(until);
        };
        row("none", "", "+79161110006", "2026-03-02T20:00:00Z", "");
        row("evening in Moscow", "21:00-09:00", "+79161110006", "2026-03-02T18:00:00Z", "2026-03-03T06:00:00Z");
        row("a minute before", "21:00-09:00", "+79161110006", "2026-03-02T17:59:59Z", "");
        row("early morning", "21:00-09:00", "+79161110006", "2026-03-02T05:59:00Z", "2026-03-02T06:00:00Z");
        row("nine o'clock", "21:00-09:00", "+79161110006", "2026-03-02T06:00:00Z", "");
        row("a landline of Vladivostok", "21:00-09:00", "+74232000000", "2026-03-02T12:00:00Z", "2026-03-02T23:00:00Z");
        row("the same moment in Moscow", "21:00-09:00", "+74952000000", "2026-03-02T12:00:00Z", "");
        row("Germany", "21:00-09:00", "+491701234567", "2026-03-02T20:30:00Z", "2026-03-03T08:00:00Z");
        row("within a day", "12:00-14:00", "+79161110006", "2026-03-02T09:30:00Z", "2026-03-02T11:00:00Z");
    }
    void quietHoursGoByTheRecipientsClock()
    {
        QFETCH(QString, hours);
        QFETCH(QString, number);
        QFETCH(QString, now);
        QFETCH(QString, until);
        const auto quiet = QuietHours::parse(hours);
        QVERIFY(quiet);
        const auto held = quiet->heldUntil(number, QDateTime::fromString(now, Qt::ISODate).toMSecsSinceEpoch());
        QCOMPARE(held ? QDateTime::fromMSecsSinceEpoch(*held, Qt::UTC).toString(Qt::ISODate) : QString(), until);
    }

    void aHeldMessageWaitsForTheMorning()
    {
        Policy policy;
        policy.quietHours = *QuietHours::parse(QStringLiteral("21:00-09:00"));
        const qint64 night = QDateTime::fromString(QStringLiteral("2026-03-02T20:00:00Z"), Qt::ISODate).toMSecsSinceEpoch();
        const auto message = prepare({Source::Planfix, {}, {}, {}, QStringLiteral("79161110007"), QStringLiteral("a"), 0}, policy, night);
        QVERIFY(message);
        QCOMPARE(name(message->state), QStringLiteral("held"));
        QCOMPARE(message->dueAt, night + 10 * 60 * 60 * 1000);
        QCOMPARE(message->validUntil, message->dueAt + policy.validityMs);
    }

    void whoseCredentialsTheyAre_data()
    {
        QTest::addColumn<QStringList>("presented"); // login, password, key
        QTest::addColumn<QString>("name");
        const QString none; // null: not presented
        QTest::newRow("by login") << QStringList{QStringLiteral("shop"), QStringLiteral("p@ss"), none} << QStringLiteral("default");
        QTest::newRow("by key") << QStringList{none, none, QStringLiteral("k-test-1")} << QStringLiteral("office");
        QTest::newRow("the key of one and the login of another") << QStringList{QStringLiteral("shop"), none, QStringLiteral("k-test-1")}
                                                                 << QStringLiteral("office");
        QTest::newRow("a wrong password") << QStringList{QStringLiteral("shop"), QStringLiteral("pass"), none} << QString();
        QTest::newRow("a wrong key beside the right login") << QStringList{QStringLiteral("shop"), QStringLiteral("p@ss"), QStringLiteral("bad")}
                                                            << QString();
        QTest::newRow("an empty key") << QStringList{none, none, QStringLiteral("")} << QString();
        QTest::newRow("an empty login and password") << QStringList{QStringLiteral(""), QStringLiteral(""), none} << QString();
        QTest::newRow("nothing") << QStringList{none, none, none} << QString();
    }
    void whoseCredentialsTheyAre()
    {
        QFETCH(QStringList, presented);
        Policy policy;
        policy.credentials = {{QStringLiteral("default"), "shop", "p@ss", ""}, {QStringLiteral("office"), "", "", "k-test-1"}};
        const auto given = [&presented](int i) { return presented[i].isNull() ? std::optional<QString>() : presented[i]; };
        QTEST(matchCredential(policy, {given(0), given(1), given(2)}).value_or(QString()), "name");
    }

    void aMessageGoesToTheFirstProviderThatTakesIt()
    {
        Policy policy;
        Provider russia, rest, broken;
        broken.config.name = QStringLiteral("broken");
        broken.problem = base::Error();
        russia.config.name = QStringLiteral("russia");
        russia.when = *rules::Condition::parse(QByteArray("{\"field\":\"to\",\"operator\":\"like\",\"value\":\"+7%\"}"), routingFields());
        rest.config.name = QStringLiteral("rest");
        policy.providers = {broken, russia, rest};
        const auto route = [&policy](const char *to, const QStringList &without = {}) {
            return policy.route({}, QString::fromLatin1(to), 1, {}, QStringLiteral("a"), without);
        };
        QCOMPARE(route("+79161110006"), QStringLiteral("russia"));
        QCOMPARE(route("+375291234567"), QStringLiteral("rest"));
        QCOMPARE(route("+79161110006", {QStringLiteral("russia")}), QStringLiteral("rest"));
        QCOMPARE(route("+79161110006", {QStringLiteral("russia"), QStringLiteral("rest")}), QString());
    }
};

QTEST_APPLESS_MAIN(TestProblem)
#include "tst_problem.moc"
