// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as units, what becomes of their parts, and receipts: whose they are and what they say.
#include "core/sms/smpp/codec.h"
#include "core/sms/smpp/message_parts.h"
#include "core/sms/smpp/receipts.h"
#include "core/sms/smpp/submits.h"

#include <QTest>

using namespace pfx;
using namespace pfx::sms;
using namespace pfx::sms::smpp;

namespace {

Outgoing message(const QString &text, const QString &from = QStringLiteral("TESTCO"))
{
    Outgoing message;
    message.reference = 42;
    message.from = from;
    message.to = QStringLiteral("+79161110006");
    message.text = text;
    return message;
}

Pdu answer(Status status, const QByteArray &id = {})
{
    Pdu pdu(Command::SubmitSmResp, 1, status);
    pdu.set(Field::MessageId, id);
    return pdu;
}

/// A message of some parts and what was said of it.
struct Sent {
    explicit Sent(int count)
        : parts(QVector<Pdu>(count, Pdu(Command::SubmitSm)), [this](SubmitResult told) { results.push_back(std::move(told)); })
    {
    }
    void allGo()
    {
        while (const auto part = parts.next())
            parts.went(*part);
    }
    std::vector<SubmitResult> results;
    MessageParts parts;
};

QByteArray receiptText(const QByteArray &id, const QByteArray &stat)
{
    return "id:" + id + " sub:001 dlvrd:001 submit date:2603021200 done date:2603021201 stat:" + stat + " err:021 text:id:x stat:DELIVRD";
}

} // namespace

class tst_smpp_messages : public QObject
{
    Q_OBJECT

private slots:
    void unitsOfTheVectors_data();
    void unitsOfTheVectors();
    void senders_data();
    void senders();
    void longOnesOtherwise();
    void validityIsAMomentInUtc();
    void fatesOfParts_data();
    void fatesOfParts();
    void aPutOffPartGoesAgainAlone();
    void givingUp();
    void receipts_data();
    void receipts();
    void whatIsNoReceipt_data();
    void whatIsNoReceipt();
    void spellingsOfIds_data();
    void spellingsOfIds();
};

void tst_smpp_messages::unitsOfTheVectors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArrayList>("hex");
    const QString zh(67 - 1, QChar(0x416)); // 66 of them and a pair do not fit into one part of 67
    QTest::newRow("GSM") << QStringLiteral("Hello ")
                         << QByteArrayList{"0000003800000004000000000000000200050054455354434f000101373931363131313030303600000000000001"
                                           "0000000648656c6c6f20"};
    QTest::newRow("UCS-2 in two parts")
        << zh + QString::fromUtf8("😀") + QString(10, QChar(0x42F))
        << QByteArrayList{"000000bc00000004000000000000000200050054455354434f0001013739313631313130303036004000000000010008008a050003"
                          "2a0201"
                              + QByteArray("0416").repeated(66),
                          "0000005000000004000000000000000200050054455354434f0001013739313631313130303036004000000000010008001e050003"
                          "2a0202d83dde00"
                              + QByteArray("042f").repeated(10)};
}

void tst_smpp_messages::unitsOfTheVectors()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArrayList, hex);
    QVector<Pdu> pdus = submitsOf(message(text), {});
    QCOMPARE(pdus.size(), hex.size());
    for (qsizetype i = 0; i < pdus.size(); ++i) {
        pdus[i].sequence = 2;
        QCOMPARE(encode(pdus[i]).value().toHex(), hex[i]);
    }
}

void tst_smpp_messages::senders_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<int>("ton");
    QTest::addColumn<int>("npi");
    QTest::newRow("a name") << "SHOP" << QByteArray("SHOP") << 5 << 0;
    QTest::newRow("an international number") << "+79161110006" << QByteArray("79161110006") << 1 << 1;
    QTest::newRow("its digits alone") << "79161110006" << QByteArray("79161110006") << 1 << 1;
    QTest::newRow("a short code") << "1234" << QByteArray("1234") << 0 << 1;
    QTest::newRow("the provider's own") << "" << QByteArray() << 0 << 0;
    QTest::newRow("a name that begins with a digit") << "1C-Shop" << QByteArray("1C-Shop") << 5 << 0;
}

void tst_smpp_messages::senders()
{
    QFETCH(const QString, from);
    const Pdu pdu = submitsOf(message(QStringLiteral("x"), from), {}).value(0);
    QTEST(pdu.text(Field::Source), "address");
    QTEST(pdu.number(Field::SourceTon), "ton");
    QTEST(pdu.number(Field::SourceNpi), "npi");
    SubmitOptions options;
    options.sourceTon = 3;
    QCOMPARE(submitsOf(message(QStringLiteral("x"), from), options).value(0).number(Field::SourceTon), 3);
}

void tst_smpp_messages::longOnesOtherwise()
{
    const QString text(200, QLatin1Char('a'));
    SubmitOptions options;
    options.joining = Joining::Sar;
    const QVector<Pdu> sar = submitsOf(message(text), options);
    QCOMPARE(sar.size(), 2);
    QCOMPARE(sar[1].tlvNumber(tag::sarReference), std::optional<quint32>(42));
    QCOMPARE(sar[1].tlvNumber(tag::sarTotal), std::optional<quint32>(2));
    QCOMPARE(sar[1].tlvNumber(tag::sarNumber), std::optional<quint32>(2));
    QCOMPARE(sar[0].text(Field::ShortMessage).size() + sar[1].text(Field::ShortMessage).size(), 200);
    QCOMPARE(sar[0].number(Field::EsmClass), 0);
    options.joining = Joining::Payload;
    const QVector<Pdu> payload = submitsOf(message(text), options);
    QCOMPARE(payload.size(), 1);
    QCOMPARE(*payload[0].tlv(tag::messagePayload), text.toLatin1());
    QVERIFY(payload[0].text(Field::ShortMessage).isEmpty());
}

void tst_smpp_messages::validityIsAMomentInUtc()
{
    Outgoing valid = message(QStringLiteral("x"));
    valid.validUntilMs = 1'772'453'400'000; // 2026-03-02 12:10:00 UTC
    QCOMPARE(submitsOf(valid, {}).value(0).text(Field::ValidityPeriod), QByteArray("260302121000000+"));
    SubmitOptions silent;
    silent.tellsValidity = false;
    QCOMPARE(submitsOf(valid, silent).value(0).text(Field::ValidityPeriod), QByteArray());
}

void tst_smpp_messages::fatesOfParts_data()
{
    using Answers = QVector<int>; // statuses; -1: none came
    QTest::addColumn<QVector<int>>("answers");
    QTest::addColumn<int>("trouble"); // -1: it was submitted
    QTest::addColumn<bool>("perhaps");
    QTest::addColumn<int>("ids");
    const int throttled = int(Trouble::Throttled), refused = int(Trouble::Refused), transient = int(Trouble::Transient);
    QTest::newRow("one part, taken") << Answers{0} << -1 << false << 1;
    QTest::newRow("three parts, taken") << Answers{0, 0, 0} << -1 << false << 3;
    QTest::newRow("one part, throttled") << Answers{0x58} << throttled << false << 0;
    QTest::newRow("all parts throttled: the whole goes again") << Answers{0x58, 0x58} << throttled << false << 0;
    QTest::newRow("a bad number") << Answers{0xB} << refused << false << 0;
    QTest::newRow("a status of the vendor passes") << Answers{0x412} << transient << false << 0;
    QTest::newRow("the sender is not approved") << Answers{0xA} << int(Trouble::Unroutable) << false << 0;
    QTest::newRow("the second part is refused for good") << Answers{0, 0xB} << refused << true << 1;
    QTest::newRow("the answer is lost") << Answers{-1} << transient << true << 0;
    QTest::newRow("the answer to one of two is lost") << Answers{0, -1} << transient << true << 1;
    QTest::newRow("refused and lost") << Answers{0xB, -1} << transient << true << 0;
}

void tst_smpp_messages::fatesOfParts()
{
    QFETCH(const QVector<int>, answers);
    QFETCH(const int, trouble);
    Sent sent(int(answers.size()));
    sent.allGo();
    for (int i = 0; i < answers.size(); ++i) {
        QVERIFY(sent.results.empty());
        const bool isLost = answers[i] < 0;
        sent.parts.answered(i, isLost ? std::nullopt : std::optional(answer(Status(answers[i]), answers[i] == 0 ? "id" + QByteArray::number(i) : "")));
    }
    QCOMPARE(sent.results.size(), 1u);
    const SubmitResult &result = sent.results[0];
    QCOMPARE(result.has_value(), trouble < 0);
    QVERIFY(!sent.parts.isOpen());
    QVERIFY(!sent.parts.next());
    if (result) {
        QTEST(int(result->providerIds.size()), "ids");
    } else {
        QCOMPARE(int(result.error().trouble), trouble);
        QTEST(result.error().error.effected == base::Effected::Perhaps, "perhaps");
        QTEST(int(result.error().providerIds.size()), "ids");
    }
}

void tst_smpp_messages::aPutOffPartGoesAgainAlone()
{
    Sent sent(2);
    sent.allGo();
    QVERIFY(sent.parts.answered(0, answer(Status::Throttled))); // "be patient"
    QVERIFY(!sent.parts.answered(1, answer(Status::Ok, "second")));
    QVERIFY(sent.results.empty());
    QCOMPARE(sent.parts.next(), std::optional<int>(0));
    sent.parts.went(0);
    sent.parts.answered(0, answer(Status::Ok, "first"));
    QCOMPARE(sent.results.size(), 1u);
    QCOMPARE(sent.results[0].value().providerIds, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    Sent tired(2);
    tired.allGo();
    tired.parts.answered(0, answer(Status::Ok, "first"));
    for (int tries = 1; tries < MessageParts::mostTries; ++tries) {
        tired.parts.answered(1, answer(Status::QueueFull));
        QVERIFY(tired.results.empty());
        QCOMPARE(tired.parts.next(), std::optional<int>(1));
        tired.parts.went(1);
    }
    tired.parts.answered(1, answer(Status::QueueFull));
    QCOMPARE(tired.results.size(), 1u);
    QVERIFY(!tired.results[0]);
    QCOMPARE(tired.results[0].error().error.effected, base::Effected::Perhaps);
}

void tst_smpp_messages::givingUp()
{
    const SubmitFailure stopped{Trouble::Transient, {base::ErrorCode::Cancelled, {}, {}, base::Effected::No}, {}, {}};
    Sent fresh(2);
    fresh.parts.giveUp(stopped);
    QCOMPARE(fresh.results.size(), 1u);
    QCOMPARE(fresh.results[0].error().error.effected, base::Effected::No);
    Sent begun(2);
    begun.parts.went(0);
    begun.parts.giveUp(stopped);
    QVERIFY(begun.results.empty()); // one part may still be answered
    begun.parts.answered(0, answer(Status::Ok, "first"));
    QCOMPARE(begun.results.size(), 1u);
    QCOMPARE(begun.results[0].error().error.effected, base::Effected::Perhaps);
    QCOMPARE(begun.results[0].error().providerIds, QStringList{QStringLiteral("first")});
}

void tst_smpp_messages::receipts_data()
{
    QTest::addColumn<int>("esmClass");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tlvId");
    QTest::addColumn<int>("tlvState");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("delivery");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int esm, const QByteArray &text, const QByteArray &tlvId, int state, const char *id, Delivery delivery,
                        const char *detail = "") {
        QTest::newRow(name) << esm << text << tlvId << state << QString::fromLatin1(id) << int(delivery) << QString::fromLatin1(detail);
    };
    row("delivered", 4, receiptText("0001715004", "DELIVRD"), {}, -1, "0001715004", Delivery::Delivered);
    row("the TLVs count more", 4, receiptText("0001715004", "UNDELIV"), QByteArray("1A2B3C\0", 7), 2, "1A2B3C", Delivery::Delivered);
    row("undelivered", 4, receiptText("1A2B3D", "UNDELIV"), {}, -1, "1A2B3D", Delivery::Undelivered, "UNDELIV err:021");
    row("expired", 4, receiptText("7", "EXPIRED"), {}, -1, "7", Delivery::Expired, "EXPIRED err:021");
    row("rejected", 4, receiptText("7", "REJECTD"), {}, -1, "7", Delivery::Rejected, "REJECTD err:021");
    row("en route", 4, receiptText("7", "ENROUTE"), {}, -1, "7", Delivery::Pending);
    row("an intermediate notification", 0x20, receiptText("7", "ENROUTE"), {}, -1, "7", Delivery::Pending);
    row("small letters", 4, receiptText("7", "delivrd").toLower(), {}, -1, "7", Delivery::Delivered);
    row("a word that nobody knows", 4, receiptText("7", "SKIPPED"), {}, -1, "7", Delivery::Unknown, "SKIPPED err:021");
    row("a state that nobody knows, and a word", 4, receiptText("7", "DELIVRD"), {}, 77, "7", Delivery::Delivered);
    row("TLVs alone, without the mark of a receipt", 0, {}, QByteArray("abc\0", 4), 5, "abc", Delivery::Undelivered);
    row("with a header flag", 0x44, receiptText("7", "DELIVRD"), {}, -1, "7", Delivery::Delivered);
}

void tst_smpp_messages::receipts()
{
    QFETCH(const int, esmClass);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, tlvId);
    QFETCH(const int, tlvState);
    Pdu pdu(Command::DeliverSm, 1);
    pdu.set(Field::EsmClass, esmClass);
    pdu.set(Field::ShortMessage, text);
    if (!tlvId.isEmpty())
        pdu.tlvs.append({tag::receiptedMessageId, tlvId});
    if (tlvState >= 0)
        pdu.tlvs.append({tag::messageState, QByteArray(1, char(tlvState))});
    const auto read = readReceipt(pdu);
    QVERIFY(read);
    QTEST(read->receipt.providerId, "id");
    QTEST(int(read->receipt.delivery), "delivery");
    QTEST(read->receipt.detail, "detail");
    QCOMPARE(read->isFromText, tlvId.isEmpty());
}

void tst_smpp_messages::whatIsNoReceipt_data()
{
    QTest::addColumn<int>("esmClass");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a message of a subscriber") << 0 << QByteArray("STOP");
    QTest::newRow("a message that looks like one") << 0 << receiptText("7", "DELIVRD");
    QTest::newRow("a receipt without an id") << 4 << QByteArray("stat:DELIVRD");
    QTest::newRow("an empty receipt") << 4 << QByteArray();
    QTest::newRow("an id within a word") << 4 << QByteArray("paid:7 stat:DELIVRD");
}

void tst_smpp_messages::whatIsNoReceipt()
{
    QFETCH(const int, esmClass);
    QFETCH(const QByteArray, text);
    Pdu pdu(Command::DeliverSm, 1);
    pdu.set(Field::EsmClass, esmClass);
    pdu.set(Field::ShortMessage, text);
    QVERIFY(!readReceipt(pdu));
}

void tst_smpp_messages::spellingsOfIds_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QStringList>("submitted");
    QTest::addColumn<QString>("inReceipt");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *given, const QStringList &submitted, const char *inReceipt, const char *found) {
        QTest::newRow(name) << QString::fromLatin1(given) << submitted << QString::fromLatin1(inReceipt) << QString::fromLatin1(found);
    };
    const QStringList hex{QStringLiteral("1A2B3C")};
    row("the same", "", {QStringLiteral("abc-1")}, "abc-1", "abc-1");
    row("decimal of a hexadecimal one, learnt", "", hex, "0001715004", "1A2B3C");
    row("hexadecimal of a decimal one, learnt", "", {QStringLiteral("1715004")}, "1a2b3c", "1715004");
    row("a small hexadecimal one", "", {QStringLiteral("1a2b3c")}, "1715004", "1a2b3c");
    row("told to be the same", "same", hex, "0001715004", "0001715004");
    row("told to be decimal, of before a restart", "decimal", {}, "1715004", "1A2B3C");
    row("told to be hexadecimal, of before a restart", "hexadecimal", {}, "1A2B3C", "1715004");
    row("nothing is known: as it is", "", {}, "0001715004", "0001715004");
    row("no number at all", "decimal", {}, "abc-1", "abc-1");
}

void tst_smpp_messages::spellingsOfIds()
{
    QFETCH(const QString, given);
    QFETCH(const QStringList, submitted);
    QFETCH(const QString, inReceipt);
    IdBook book(idFormNamed(given));
    for (const QString &id : submitted)
        book.remember(id);
    QTEST(book.submittedId(inReceipt), "found");
    IdBook learning;
    learning.remember(QStringLiteral("FF"));
    QCOMPARE(learning.submittedId(QStringLiteral("255")), QStringLiteral("FF"));
    QCOMPARE(learning.submittedId(QStringLiteral("256")), QStringLiteral("100")); // as the last one was
}

QTEST_APPLESS_MAIN(tst_smpp_messages)
#include "tst_smpp_messages.moc"
