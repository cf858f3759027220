// SPDX-License-Identifier: GPL-3.0-or-later
// Each single database call of the requests of Planfix failing: what was refused has left nothing, and asked again it comes to the same end.
#include "tests/mailing/mailing_office.h"
#include "tests/support/failing_store.h"
#include "tests/support/store_fixture.h"

#include <QJsonArray>

using namespace pfx;
using namespace pfx::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// What the lists are in the end, with how often Planfix had to ask again.
struct End {
    QStringList everybody;
    int refused = 0;
    QString wrong;
};

End play(store::Store &store, store::Store &truth)
{
    MailingOffice office(store, truth);
    office.suppress(s("no@example.test"));
    End end;
    const auto persist = [&end](auto ask) {
        QJsonObject answer = ask();
        while (answer.contains(QLatin1String("stopped")) && ++end.refused < 10)
            answer = ask();
        if (!answer.contains(QLatin1String("success")))
            end.wrong += answer.value(QLatin1String("error")).toString();
        return answer;
    };
    QString list;
    persist([&] {
        const QJsonObject answer = office.ask(QJsonObject{{s("action"), s("createList")}, {s("data"), QJsonObject{{s("listName"), s("x")}}}});
        list = answer.value(QLatin1String("listId")).toString();
        return answer;
    });
    const QJsonArray contacts{contact(1, s("a@x.ru")), contact(2, s("b@x.ru")), contact(3, s("bad@@x")), contact(4, s("no@example.test")),
                              QJsonObject{{s("email"), s("c@x.ru")}}};
    persist([&] {
        const QStringList before = office.everybody(list);
        const QJsonObject answer = office.import(list, contacts);
        if (answer.contains(QLatin1String("stopped")) && office.everybody(list) != before)
            end.wrong += s("a refused import has left something; ");
        return answer;
    });
    persist([&] { return office.update(list, s("update"), contact(2, s("new@x.ru")), s("b@x.ru")); });
    persist([&] { return office.update(list, s("update"), contact(5, s("d@x.ru")), s("c@x.ru")); });
    persist([&] { return office.update(list, s("delete"), contact(1, s("a@x.ru"))); });
    end.everybody = office.everybody(list);
    const auto counts = office.counts(list);
    end.everybody.append(s("%1 %2 %3").arg(counts.members).arg(counts.writable).arg(counts.suppressed));
    return end;
}

} // namespace

class TestFailures : public QObject {
    Q_OBJECT

private slots:
    void eachFailingCall_data() { addBackends(); }
    void eachFailingCall()
    {
        QFETCH(QString, backend);
        QStringList undisturbed;
        int at = 0;
        for (bool failed = true; failed && at < 300; ++at) {
            StoreFixture fixture(backend);
            QVERIFY2(fixture.isValid(), qPrintable(fixture.error()));
            FailurePlan plan(at);
            FailingStore store(fixture.store(), plan);
            const End end = play(store, fixture.store());
            QVERIFY2(end.wrong.isEmpty(), qPrintable(s("call %1: %2").arg(at).arg(end.wrong)));
            if (at == 0)
                undisturbed = end.everybody;
            QCOMPARE(end.everybody, undisturbed);
            failed = at == 0 || plan.hasFailed();
            QCOMPARE(end.refused, at > 0 && failed ? 1 : 0);
        }
        QVERIFY2(at > 30 && at < 300, qPrintable(QString::number(at)));
        QCOMPARE(undisturbed, QStringList({s("2 new@x.ru"), s("4 no@example.test suppressed"), s("5 d@x.ru"), s("3 2 1")}));
    }
};

QTEST_GUILESS_MAIN(TestFailures)
#include "tst_failures.moc"
