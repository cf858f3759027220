// SPDX-License-Identifier: GPL-3.0-or-later
// An SMPP conversation, octet by octet and by a clock that the test turns: who says what when, and that each submit has one end.
#include "core/sms/smpp/session.h"

#include <QTest>

using namespace pfx;
using namespace pfx::sms::smpp;

namespace {

/// Both ends: what the session says is read as units, what the SMSC says is written for it.
struct Conversation {
    explicit Conversation(SessionOptions options = {}) : session(std::move(options), events()) { session.begin(now); }

    Session::Events events()
    {
        return {[this] { ++bound; }, [this](const Pdu &pdu) { delivered.append(pdu); }};
    }
    QVector<Pdu> said()
    {
        QVector<Pdu> pdus;
        reader.append(session.takeOutput());
        while (const auto unit = reader.next().value())
            pdus.append(decode(*unit).value());
        return pdus;
    }
    void hears(const Pdu &pdu) { session.receive(*encode(pdu), now); }
    void passes(qint64 ms)
    {
        now += ms;
        session.tick(now);
    }
    void binds()
    {
        const Pdu bind = said().value(0);
        Pdu answer(responseTo(bind.command), bind.sequence);
        hears(answer);
    }
    quint32 submits(const QByteArray &text = "Hello")
    {
        Pdu pdu(Command::SubmitSm);
        pdu.set(Field::ShortMessage, text);
        const auto sent = session.submit(pdu, now, [this](const std::optional<Pdu> &answer) { ends.append(answer); });
        return sent ? said().value(0).sequence : 0;
    }
    static Pdu answerTo(quint32 sequence, Status status = Status::Ok, const QByteArray &id = "A1")
    {
        Pdu pdu(Command::SubmitSmResp, sequence, status);
        pdu.set(Field::MessageId, id);
        return pdu;
    }

    qint64 now = 1'000;
    int bound = 0;
    QVector<Pdu> delivered;
    QVector<std::optional<Pdu>> ends;
    PduReader reader;
    Session session;
};

SessionOptions options()
{
    SessionOptions options;
    options.systemId = "console";
    options.password = "secret1";
    options.window = 2;
    return options;
}

} // namespace

class tst_smpp_session : public QObject
{
    Q_OBJECT

private slots:
    void bindSaysWhoWeAre();
    void aRefusedBindEndsWithItsStatus_data();
    void aRefusedBindEndsWithItsStatus();
    void nobodyAnswersTheBind();
    void theWindowIsKept();
    void eachSubmitHasOneEnd_data();
    void eachSubmitHasOneEnd();
    void answersInAnotherOrder();
    void answersThatNobodyAskedFor();
    void silenceIsAskedAbout();
    void theOtherSideAsks();
    void deliveriesWaitForTheirAcknowledgement();
    void unbinding();
    void theOtherSideUnbinds();
    void brokenStreamsEndIt_data();
    void brokenStreamsEndIt();
    void aUnitThatCannotBeWrittenTakesNoRoom();
};

void tst_smpp_session::bindSaysWhoWeAre()
{
    Conversation talk(options());
    const QVector<Pdu> said = talk.said();
    QCOMPARE(said.size(), 1);
    QCOMPARE(said[0].command, Command::BindTransceiver);
    QCOMPARE(said[0].text(Field::SystemId), QByteArray("console"));
    QCOMPARE(said[0].text(Field::Password), QByteArray("secret1"));
    QCOMPARE(said[0].number(Field::InterfaceVersion), 0x34);
    QVERIFY(!talk.session.canSubmit());
    talk.hears(Pdu(Command::BindTransceiverResp, said[0].sequence));
    QCOMPARE(talk.bound, 1);
    QVERIFY(talk.session.canSubmit());
}

void tst_smpp_session::aRefusedBindEndsWithItsStatus_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<quint32>("status");
    QTest::newRow("bad password, a head alone") << QByteArray::fromHex("00000010800000090000000e00000001") << 0xEu;
    QTest::newRow("bad system id, with a body") << QByteArray::fromHex("00000011800000090000000f0000000100") << 0xFu;
    QTest::newRow("generic_nack") << QByteArray::fromHex("00000010800000000000000300000001") << 0x3u;
    QTest::newRow("generic_nack that says ok") << QByteArray::fromHex("00000010800000000000000000000001") << 0xDu;
}

void tst_smpp_session::aRefusedBindEndsWithItsStatus()
{
    QFETCH(const QByteArray, answer);
    Conversation talk(options());
    talk.session.receive(answer, talk.now);
    QCOMPARE(talk.session.state(), Session::State::Ended);
    QVERIFY(talk.session.bindStatus());
    QTEST(quint32(*talk.session.bindStatus()), "status");
    QCOMPARE(talk.bound, 0);
}

void tst_smpp_session::nobodyAnswersTheBind()
{
    Conversation talk(options());
    talk.passes(14'999);
    QCOMPARE(talk.session.state(), Session::State::Binding);
    talk.passes(1);
    QCOMPARE(talk.session.state(), Session::State::Ended);
    QCOMPARE(talk.session.endReason().code, base::ErrorCode::Timeout);
}

void tst_smpp_session::theWindowIsKept()
{
    Conversation talk(options());
    talk.binds();
    const quint32 first = talk.submits();
    QVERIFY(talk.session.canSubmit());
    talk.submits();
    QVERIFY(!talk.session.canSubmit());
    talk.hears(Conversation::answerTo(first));
    QVERIFY(talk.session.canSubmit());
    QCOMPARE(talk.session.unanswered(), 1);
}

void tst_smpp_session::eachSubmitHasOneEnd_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("isAnswered");
    for (const char *what : {"an answer", "an error as a head alone", "generic_nack"})
        QTest::newRow(what) << QString::fromLatin1(what) << true;
    for (const char *what : {"no answer in its time", "the connection breaks", "the other side unbinds", "garbage", "unbind without an answer"})
        QTest::newRow(what) << QString::fromLatin1(what) << false;
}

void tst_smpp_session::eachSubmitHasOneEnd()
{
    QFETCH(const QString, what);
    Conversation talk(options());
    talk.binds();
    const quint32 sequence = talk.submits();
    if (what == QLatin1String("an answer")) {
        talk.hears(Conversation::answerTo(sequence));
    } else if (what == QLatin1String("an error as a head alone")) {
        Pdu bare = Conversation::answerTo(sequence, Status::Throttled);
        bare.isBare = true;
        talk.hears(bare);
    } else if (what == QLatin1String("generic_nack")) {
        talk.hears(Pdu(Command::GenericNack, sequence, Status::InvalidCommandId));
    } else if (what == QLatin1String("no answer in its time")) {
        for (int i = 0; i < 3; ++i) {
            talk.passes(20'000);
            talk.hears(Pdu(Command::EnquireLinkResp, 1)); // it lives, and yet says nothing about this
        }
    } else if (what == QLatin1String("the connection breaks")) {
        talk.session.lost({base::ErrorCode::Network, {}, {}, base::Effected::No});
    } else if (what == QLatin1String("the other side unbinds")) {
        talk.hears(Pdu(Command::Unbind, 5));
    } else if (what == QLatin1String("garbage")) {
        talk.session.receive("HTTP/1.1 400 Bad Request\r\n", talk.now);
    } else {
        talk.session.unbind(talk.now);
        talk.passes(5'000);
    }
    QCOMPARE(talk.ends.size(), 1);
    QTEST(talk.ends[0].has_value(), "isAnswered");
    talk.session.lost({base::ErrorCode::Network, {}, {}, base::Effected::No});
    talk.hears(Conversation::answerTo(sequence));
    QCOMPARE(talk.ends.size(), 1);
}

void tst_smpp_session::answersInAnotherOrder()
{
    Conversation talk(options());
    talk.binds();
    const quint32 first = talk.submits(), second = talk.submits();
    talk.hears(Conversation::answerTo(second, Status::Ok, "second"));
    talk.hears(Conversation::answerTo(first, Status::QueueFull, {}));
    QCOMPARE(talk.ends.size(), 2);
    QCOMPARE(talk.ends[0]->text(Field::MessageId), QByteArray("second"));
    QCOMPARE(talk.ends[1]->status, Status::QueueFull);
}

void tst_smpp_session::answersThatNobodyAskedFor()
{
    Conversation talk(options());
    talk.binds();
    const quint32 sequence = talk.submits();
    talk.hears(Conversation::answerTo(sequence + 77));
    talk.hears(Pdu(Command::EnquireLinkResp, sequence)); // an answer, but not to a submit
    QVERIFY(talk.ends.isEmpty());
    QCOMPARE(talk.session.state(), Session::State::Bound);
}

void tst_smpp_session::silenceIsAskedAbout()
{
    Conversation talk(options());
    talk.binds();
    talk.passes(29'999);
    QVERIFY(talk.said().isEmpty());
    talk.passes(1);
    QVector<Pdu> said = talk.said();
    QCOMPARE(said.size(), 1);
    QCOMPARE(said[0].command, Command::EnquireLink);
    talk.hears(Pdu(Command::EnquireLinkResp, said[0].sequence));
    talk.passes(29'999);
    QCOMPARE(talk.session.state(), Session::State::Bound);
    talk.passes(1);
    QCOMPARE(talk.said().size(), 1);
    talk.passes(15'000);
    QCOMPARE(talk.session.state(), Session::State::Ended);
    QCOMPARE(talk.session.endReason().code, base::ErrorCode::Timeout);
}

void tst_smpp_session::theOtherSideAsks()
{
    Conversation talk(options());
    talk.binds();
    talk.hears(Pdu(Command::EnquireLink, 41));
    talk.session.receive(QByteArray::fromHex("00000010000000770000000000000042"), talk.now);
    const QVector<Pdu> said = talk.said();
    QCOMPARE(said.size(), 2);
    QCOMPARE(said[0].command, Command::EnquireLinkResp);
    QCOMPARE(said[0].sequence, 41u);
    QCOMPARE(said[1].command, Command::GenericNack);
    QCOMPARE(said[1].status, Status::InvalidCommandId);
    QCOMPARE(said[1].sequence, 0x42u);
}

void tst_smpp_session::deliveriesWaitForTheirAcknowledgement()
{
    Conversation talk(options());
    talk.binds();
    Pdu receipt(Command::DeliverSm, 9);
    receipt.set(Field::EsmClass, 4);
    talk.hears(receipt);
    QCOMPARE(talk.delivered.size(), 1);
    QVERIFY(talk.said().isEmpty()); // not before it is stored
    talk.session.acknowledge(9, Command::DeliverSm, Status::Ok);
    const QVector<Pdu> said = talk.said();
    QCOMPARE(said.size(), 1);
    QCOMPARE(said[0].command, Command::DeliverSmResp);
    QCOMPARE(said[0].sequence, 9u);
}

void tst_smpp_session::unbinding()
{
    Conversation talk(options());
    talk.binds();
    const quint32 sequence = talk.submits();
    talk.session.unbind(talk.now);
    const Pdu unbind = talk.said().value(0);
    QCOMPARE(unbind.command, Command::Unbind);
    talk.hears(Conversation::answerTo(sequence));
    QCOMPARE(talk.ends.size(), 1);
    QVERIFY(talk.ends[0]);
    talk.hears(Pdu(Command::UnbindResp, unbind.sequence));
    QCOMPARE(talk.session.state(), Session::State::Ended);
    QCOMPARE(talk.session.endReason().code, base::ErrorCode::Cancelled);
}

void tst_smpp_session::theOtherSideUnbinds()
{
    Conversation talk(options());
    talk.binds();
    talk.hears(Pdu(Command::Unbind, 12));
    const QVector<Pdu> said = talk.said();
    QCOMPARE(said.size(), 1);
    QCOMPARE(said[0].command, Command::UnbindResp);
    QCOMPARE(said[0].sequence, 12u);
    QCOMPARE(talk.session.state(), Session::State::Ended);
}

void tst_smpp_session::brokenStreamsEndIt_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("a length of two gigabytes") << QByteArray::fromHex("80000000000000150000000000000001");
    QTest::newRow("a length of zero") << QByteArray::fromHex("00000000000000150000000000000001");
    QTest::newRow("a deliver_sm that ends in its midst") << QByteArray::fromHex("00000014000000050000000000000001") + "abcd";
    QTest::newRow("a web page") << QByteArray("<html><body>502 Bad Gateway</body></html>");
}

void tst_smpp_session::brokenStreamsEndIt()
{
    QFETCH(const QByteArray, octets);
    Conversation talk(options());
    talk.binds();
    talk.session.receive(octets, talk.now);
    QCOMPARE(talk.session.state(), Session::State::Ended);
    QCOMPARE(talk.session.endReason().code, base::ErrorCode::BadAnswer);
}

void tst_smpp_session::aUnitThatCannotBeWrittenTakesNoRoom()
{
    Conversation talk(options());
    talk.binds();
    QCOMPARE(talk.submits(QByteArray(255, 'x')), 0u);
    QCOMPARE(talk.session.unanswered(), 0);
    QVERIFY(talk.ends.isEmpty());
}

QTEST_APPLESS_MAIN(tst_smpp_session)
#include "tst_smpp_session.moc"
