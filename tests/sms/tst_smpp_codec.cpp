// SPDX-License-Identifier: GPL-3.0-or-later
// SMPP units as octets: the vectors of an independent encoder, what no unit may be, and streams cut anywhere.
#include "core/sms/smpp/codec.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QtEndian>

using namespace pfx;
using namespace pfx::sms::smpp;

namespace {

QByteArray head(quint32 length, quint32 command, quint32 status = 0, quint32 sequence = 1)
{
    QByteArray octets;
    for (const quint32 number : {length, command, status, sequence}) {
        const quint32 big = qToBigEndian(number);
        octets.append(reinterpret_cast<const char *>(&big), sizeof big);
    }
    return octets;
}

QByteArray withLength(QByteArray octets)
{
    qToBigEndian(quint32(octets.size()), octets.data());
    return octets;
}

Pdu submit()
{
    Pdu pdu(Command::SubmitSm, 7);
    pdu.set(Field::Source, QByteArray("SHOP"));
    pdu.set(Field::Destination, QByteArray("79161110006"));
    pdu.set(Field::ShortMessage, QByteArray("Hello"));
    return pdu;
}

} // namespace

class tst_smpp_codec : public QObject
{
    Q_OBJECT

private slots:
    void vectors_data();
    void vectors();
    void aReceiptHasItsFieldsAndTlvs();
    void unitsThatAreNone_data();
    void unitsThatAreNone();
    void whatCannotBeWritten_data();
    void whatCannotBeWritten();
    void everyCommandComesBackAsItWent();
    void streamsCutAnywhere();
    void lengthsThatNoUnitHas_data();
    void lengthsThatNoUnitHas();
    void anErrorMayComeWithoutItsFields();
    void everyPrefixAndEveryFlippedOctetIsSurvived();
};

void tst_smpp_codec::vectors_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("command");
    QTest::addColumn<quint32>("status");
    QTest::addColumn<quint32>("sequence");
    QFile file(QStringLiteral(PFX_TEST_DATA "/sms/13_smpp_pdus.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray pdus = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("pdus")).toArray();
    QCOMPARE(pdus.size(), 16);
    for (const QJsonValue &value : pdus) {
        const QJsonObject pdu = value.toObject();
        const QJsonObject decoded = pdu.value(QLatin1String("decoded")).toObject();
        QTest::newRow(qPrintable(pdu.value(QLatin1String("name")).toString()))
            << QByteArray::fromHex(pdu.value(QLatin1String("hex")).toString().toLatin1()) << decoded.value(QLatin1String("command")).toString()
            << quint32(decoded.value(QLatin1String("status")).toInteger()) << quint32(decoded.value(QLatin1String("seq")).toInteger());
    }
}

void tst_smpp_codec::vectors()
{
    QFETCH(const QByteArray, octets);
    const auto pdu = decode(octets);
    QVERIFY2(pdu.has_value(), pdu ? "" : qPrintable(pdu.error().detail));
    const CommandLayout *layout = layoutOf(pdu->command);
    QVERIFY(layout);
    QTEST(QString::fromLatin1(layout->name), "command");
    QTEST(quint32(pdu->status), "status");
    QTEST(pdu->sequence, "sequence");
    const auto again = encode(*pdu);
    QVERIFY(again.has_value());
    QCOMPARE(again->toHex(), octets.toHex());
}

void tst_smpp_codec::aReceiptHasItsFieldsAndTlvs()
{
    Pdu pdu(Command::DeliverSm, 3);
    pdu.set(Field::EsmClass, 4);
    pdu.set(Field::ShortMessage, QByteArray("id:1"));
    pdu.tlvs = {{tag::receiptedMessageId, QByteArray("1A\0", 3)}, {tag::messageState, QByteArray("\2", 1)}};
    const auto octets = encode(pdu);
    QVERIFY(octets.has_value());
    const auto back = decode(*octets);
    QVERIFY(back.has_value());
    QCOMPARE(*back, pdu);
    QCOMPARE(back->tlvNumber(tag::messageState), std::optional<quint32>(2));
    QCOMPARE(*back->tlv(tag::receiptedMessageId), QByteArray("1A\0", 3));
    QVERIFY(!back->tlv(tag::messagePayload));
    QVERIFY(!back->tlvNumber(tag::receiptedMessageId)); // three octets are no number
}

void tst_smpp_codec::unitsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("where");
    const QByteArray whole = *encode(submit());
    QTest::newRow("nothing") << QByteArray() << "command_length";
    QTest::newRow("half a head") << whole.left(9) << "command_length";
    QTest::newRow("a length that is too small") << head(15, 0x15) << "command_length";
    QTest::newRow("a length beyond the octets") << head(17, 0x15) << "command_length";
    QTest::newRow("octets beyond the length") << head(16, 0x15) + "x" << "command_length";
    QTest::newRow("a text that does not end") << withLength(head(0, 0x80000004) + "abc") << "submit_sm_resp.message_id";
    QTest::newRow("ends within the addresses") << withLength(whole.left(22)) << "submit_sm.source_addr";
    QTest::newRow("ends before the text's length") << withLength(whole.left(whole.size() - 6)) << "submit_sm.short_message";
    QTest::newRow("a text longer than the unit") << withLength(whole.left(whole.size() - 1)) << "submit_sm.short_message";
    QTest::newRow("half a TLV's head") << withLength(whole + QByteArray("\x04\x24\x00", 3)) << "submit_sm.tlv";
    QTest::newRow("a TLV longer than the unit") << withLength(whole + QByteArray("\x04\x24\xFF\xFF", 4) + "short") << "submit_sm.tlv";
    QTest::newRow("a bind without anything") << withLength(head(0, 0x9)) << "bind_transceiver.system_id";
}

void tst_smpp_codec::unitsThatAreNone()
{
    QFETCH(const QByteArray, octets);
    const auto pdu = decode(octets);
    QVERIFY(!pdu.has_value());
    QCOMPARE(pdu.error().code, base::ErrorCode::BadAnswer);
    QTEST(pdu.error().where, "where");
}

void tst_smpp_codec::whatCannotBeWritten_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("where");
    QTest::newRow("a sender of 21") << int(Field::Source) << QByteArray(21, '1') << "submit_sm.source_addr";
    QTest::newRow("a zero octet in a number") << int(Field::Destination) << QByteArray("7\0009", 3) << "submit_sm.destination_addr";
    QTest::newRow("a text of 255") << int(Field::ShortMessage) << QByteArray(255, 'a') << "submit_sm.short_message";
    QTest::newRow("a service type of 6") << int(Field::ServiceType) << QByteArray("abcdef") << "submit_sm.service_type";
}

void tst_smpp_codec::whatCannotBeWritten()
{
    QFETCH(const int, field);
    QFETCH(const QByteArray, value);
    Pdu pdu = submit();
    pdu.set(Field(field), value);
    const auto octets = encode(pdu);
    QVERIFY(!octets.has_value());
    QCOMPARE(octets.error().code, base::ErrorCode::Validation);
    QTEST(octets.error().where, "where");
}

void tst_smpp_codec::everyCommandComesBackAsItWent()
{
    int commands = 0;
    for (const quint32 id : {0x1u, 0x2u, 0x3u, 0x4u, 0x5u, 0x6u, 0x7u, 0x8u, 0x9u, 0xBu, 0x15u, 0x102u, 0x103u, 0x80000000u, 0x80000001u,
                             0x80000002u, 0x80000003u, 0x80000004u, 0x80000005u, 0x80000006u, 0x80000007u, 0x80000008u, 0x80000009u,
                             0x80000015u, 0x80000103u}) {
        const CommandLayout *layout = layoutOf(Command(id));
        QVERIFY(layout);
        Pdu pdu(Command(id), 0x7FFFFFFF, Status(0x58));
        int value = 1;
        for (const FieldLayout &field : layout->fields) {
            if (field.kind == FieldKind::Octet)
                pdu.set(field.field, value++);
            else
                pdu.set(field.field, QByteArray(std::min(field.most - 1, 5), char('a' + value++ % 20)));
        }
        if (layout->takesTlvs)
            pdu.tlvs.append({tag::userMessageReference, QByteArray("\x01\x02", 2)});
        const auto octets = encode(pdu);
        QVERIFY2(octets.has_value(), layout->name);
        const auto back = decode(*octets);
        QVERIFY2(back.has_value(), layout->name);
        QVERIFY2(*back == pdu, layout->name);
        ++commands;
    }
    QCOMPARE(commands, 25);
}

void tst_smpp_codec::streamsCutAnywhere()
{
    QByteArray stream;
    for (int i = 1; i <= 5; ++i) {
        Pdu pdu = submit();
        pdu.sequence = quint32(i);
        stream += *encode(pdu);
        stream += *encode(Pdu(Command::EnquireLink, quint32(100 + i)));
    }
    for (qsizetype step = 1; step <= stream.size(); ++step) {
        PduReader reader;
        QVector<quint32> sequences;
        for (qsizetype at = 0; at < stream.size(); at += step) {
            reader.append(QByteArrayView(stream).sliced(at, std::min(step, stream.size() - at)));
            while (true) {
                const auto unit = reader.next();
                QVERIFY(unit.has_value());
                if (!*unit)
                    break;
                sequences.append(decode(**unit)->sequence);
            }
        }
        QCOMPARE(sequences, (QVector<quint32>{1, 101, 2, 102, 3, 103, 4, 104, 5, 105}));
        QCOMPARE(reader.waiting(), 0);
    }
}

void tst_smpp_codec::lengthsThatNoUnitHas_data()
{
    QTest::addColumn<quint32>("length");
    QTest::newRow("zero") << 0u;
    QTest::newRow("shorter than a head") << 15u;
    QTest::newRow("two gigabytes") << 0x80000000u;
    QTest::newRow("all there is") << 0xFFFFFFFFu;
    QTest::newRow("a text as HTTP begins") << 0x48545450u;
}

void tst_smpp_codec::lengthsThatNoUnitHas()
{
    QFETCH(const quint32, length);
    PduReader reader;
    reader.append(head(length, 0x15));
    const auto unit = reader.next();
    QVERIFY(!unit.has_value());
    QCOMPARE(unit.error().where, QStringLiteral("command_length"));
}

void tst_smpp_codec::anErrorMayComeWithoutItsFields()
{
    const auto bare = decode(withLength(head(0, 0x80000004, 0x58, 3)));
    QVERIFY(bare.has_value());
    QVERIFY(bare->isBare);
    QCOMPARE(bare->status, Status::Throttled);
    const auto unknown = decode(withLength(head(0, 0x77, 0, 9) + "whatever"));
    QVERIFY(unknown.has_value());
    QVERIFY(!layoutOf(unknown->command));
    QCOMPARE(unknown->sequence, 9u);
}

void tst_smpp_codec::everyPrefixAndEveryFlippedOctetIsSurvived()
{
    Pdu pdu = submit();
    pdu.tlvs.append({tag::messagePayload, QByteArray(40, 'x')});
    const QByteArray whole = *encode(pdu);
    int refused = 0;
    for (qsizetype length = headLength; length < whole.size(); ++length)
        refused += decode(withLength(whole.left(length))) ? 0 : 1;
    QVERIFY(refused > 30);
    int readable = 0;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray other = whole;
            other[at] = char(other[at] ^ (1 << bit));
            const auto read = decode(other);
            const auto again = read ? encode(*read) : base::Result<QByteArray>(base::fail(base::ErrorCode::BadAnswer));
            if (!again) // refused, a command that nobody knows, or a field that is longer now than it may be
                continue;
            QCOMPARE(decode(*again).value(), *read);
            ++readable;
        }
    }
    QVERIFY(readable > 500);
}

QTEST_APPLESS_MAIN(tst_smpp_codec)
#include "tst_smpp_codec.moc"
