// SPDX-License-Identifier: GPL-3.0-or-later
// The check of a key against the strict fake: each right is proven or named as missing, and nothing in the account changes.
#include "core/planfix/diagnosis.h"
#include "tests/planfix/planfix_fixture.h"

using namespace pfx;
using namespace pfx::test;
using namespace pfx::planfix;
using base::ErrorCode;

namespace {

QStringList allScopes()
{
    QStringList names;
    for (const Scope &scope : scopes())
        names << scope.name;
    return names;
}

base::Result<Diagnosis> check(PlanfixClient &client)
{
    const QJsonObject before = client.remote.save();
    auto found = diagnose(client.session, client.stop.get_token(), [](const CheckLine &) {});
    if (client.remote.save() != before)
        QTest::qFail("the check has changed the account", __FILE__, __LINE__);
    return found;
}

/// "task_add:yes"
QStringList proofs(const Diagnosis &diagnosis)
{
    QStringList found;
    for (const ScopeProof &proof : diagnosis.scopes) {
        const char *word = proof.granted == Granted::Yes ? "yes" : proof.granted == Granted::No ? "no" : "unproven";
        found << proof.scope.name + QLatin1Char(':') + QLatin1String(word);
    }
    return found;
}

} // namespace

class TestDiagnosis : public QObject {
    Q_OBJECT

private slots:
    void allRights();
    void oneRightMissing_data();
    void oneRightMissing();
    void onlyTheQuickStart();
    void stops_data();
    void stops();
    void emptyAccount();
};

void TestDiagnosis::allRights()
{
    PlanfixClient client;
    const auto found = check(client);
    PFX_VERIFY(found);
    for (const QString &proof : proofs(*found))
        QVERIFY2(proof.endsWith(QLatin1String(":yes")), qPrintable(proof));
    QVERIFY(found->isGood());
    QVERIFY(!found->stopped);
    QCOMPARE(found->templates.size(), 2);
    QCOMPARE(found->fields.size(), 5);
    QCOMPARE(found->contactTemplates.size(), 1);
    QCOMPARE(found->robots, std::optional(1));
}

void TestDiagnosis::oneRightMissing_data()
{
    QTest::addColumn<QString>("missing");
    for (const QString &scope : allScopes())
        QTest::newRow(qPrintable(scope)) << scope;
}

void TestDiagnosis::oneRightMissing()
{
    QFETCH(QString, missing);
    PlanfixClient client;
    QStringList granted = allScopes();
    granted.removeAll(missing);
    client.remote.grant(granted);
    const auto found = check(client);
    PFX_VERIFY(found);
    bool required = false;
    for (const ScopeProof &proof : found->scopes) {
        QVERIFY2(proof.granted == (proof.scope.name == missing ? Granted::No : Granted::Yes), qPrintable(proof.scope.name));
        required |= proof.scope.name == missing && proof.scope.isRequired;
    }
    QCOMPARE(found->isGood(), !required);
}

void TestDiagnosis::onlyTheQuickStart()
{
    PlanfixClient client(fake::quickStartAccount());
    const auto found = check(client);
    PFX_VERIFY(found);
    QVERIFY(found->isGood());
    QCOMPARE(proofs(*found).filter(QStringLiteral(":yes")).size(), 3);
    QCOMPARE(found->templates.size(), 2);
    PlanfixClient nobody(fake::noRightsAccount());
    QVERIFY(!check(nobody)->isGood());
}

void TestDiagnosis::stops_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("lines");
    const auto row = [](const char *name, const char *fault, ErrorCode code, int lines) {
        QTest::newRow(name) << QByteArray(fault) << code << lines;
    };
    row("not reached", "{\"kind\":\"unreachable\",\"times\":0}", ErrorCode::Network, 1);
    row("a stranger with a page", "{\"kind\":\"html\",\"status\":200}", ErrorCode::BadAnswer, 2);
    row("a stranger who forbids", "{\"kind\":\"html\",\"status\":403}", ErrorCode::BadAnswer, 2);
    row("a stranger who asks for a password", "{\"kind\":\"html\",\"status\":401}", ErrorCode::BadAnswer, 2);
    row("lost on the way", "{\"kind\":\"drop\",\"call\":\"POST /task/list\",\"times\":0}", ErrorCode::Network, 4);
}

void TestDiagnosis::stops()
{
    QFETCH(QByteArray, fault);
    QFETCH(ErrorCode, code);
    QFETCH(int, lines);
    PlanfixClient client;
    client.fail(fault);
    const auto found = check(client);
    PFX_VERIFY(found);
    QVERIFY(found->stopped);
    QCOMPARE(found->stopped->code, code);
    QCOMPARE(found->lines.size(), lines);
    QVERIFY(!found->isGood());
    for (const int trouble : {2, 11, 16, 20, 21}) {
        PlanfixClient troubled;
        troubled.remote.setRules([trouble](fake::AccessRules &rules) { rules.trouble = trouble; });
        QCOMPARE(check(troubled)->stopped->code, ErrorCode::Unauthorized);
    }
}

void TestDiagnosis::emptyAccount()
{
    PlanfixClient client(fake::emptyAccount());
    const auto found = check(client);
    PFX_VERIFY(found);
    QVERIFY(found->isGood());
    QCOMPARE(proofs(*found).filter(QStringLiteral(":yes")).size(), scopes().size());
}

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
