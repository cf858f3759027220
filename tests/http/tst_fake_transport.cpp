// SPDX-License-Identifier: GPL-3.0-or-later
// The fake that other tests rely on notices what it is for.
#include "tests/support/fake_transport.h"
#include "tests/support/verify_result.h"

#include <QTest>

using namespace pfx;
using base::ErrorCode;
using http::Request;
using test::FakeTransport;

class TestFakeTransport : public QObject
{
    Q_OBJECT

private slots:
    void notices_data();
    void notices();
    void answersWhatFits();
};

static Request request()
{
    Request made;
    made.method = "POST";
    made.url = QUrl(QStringLiteral("https://example.com/a?b=1"));
    made.headers = {{"Authorization", "Bearer k"}};
    made.body = R"({"a":1, "b":[2]})";
    return made;
}

void TestFakeTransport::notices_data()
{
    using Expect = std::function<void(FakeTransport &)>;
    QTest::addColumn<Expect>("expect");
    QTest::addColumn<bool>("sent");
    const QString url = request().url.toString();
    QTest::newRow("what nobody expected") << Expect([](FakeTransport &) {}) << true;
    QTest::newRow("what never came") << Expect([=](FakeTransport &fake) { fake.expect("POST", url); }) << false;
    QTest::newRow("another method") << Expect([=](FakeTransport &fake) { fake.expect("GET", url); }) << true;
    QTest::newRow("another address") << Expect([=](FakeTransport &fake) { fake.expect("POST", url + u'0'); }) << true;
    QTest::newRow("another header") << Expect([=](FakeTransport &fake) { fake.expect("POST", url).header("Authorization", "Bearer x"); }) << true;
    QTest::newRow("another body") << Expect([=](FakeTransport &fake) { fake.expect("POST", url).body("{}"); }) << true;
    QTest::newRow("other JSON") << Expect([=](FakeTransport &fake) { fake.expect("POST", url).json({{QStringLiteral("a"), 1}}); }) << true;
    QTest::newRow("what the test's own check says")
        << Expect([=](FakeTransport &fake) { fake.expect("POST", url).check([](const Request &) { return QStringLiteral("no"); }); }) << true;
}

void TestFakeTransport::notices()
{
    QFETCH(std::function<void(FakeTransport &)>, expect);
    QFETCH(bool, sent);
    FakeTransport fake;
    expect(fake);
    if (sent)
        PFX_VERIFY_ERROR(fake.exchange(request(), {}), ErrorCode::Internal);
    QCOMPARE(fake.takeProblems().size(), 1);
    QVERIFY(fake.takeProblems().isEmpty());
}

void TestFakeTransport::answersWhatFits()
{
    FakeTransport fake;
    fake.expect("POST", request().url.toString())
        .header("authorization", "Bearer k")
        .json({{QStringLiteral("b"), QJsonArray{2}}, {QStringLiteral("a"), 1}})
        .answerJson({{QStringLiteral("id"), 5}}, 201);
    const auto answer = fake.exchange(request(), {});
    PFX_VERIFY(answer);
    QCOMPARE(answer->status, 201);
    QCOMPARE(answer->body, QByteArray(R"({"id":5})"));
    base::StopSource stop;
    stop.request_stop();
    PFX_VERIFY_ERROR(fake.exchange(request(), stop.get_token()), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestFakeTransport)
#include "tst_fake_transport.moc"
