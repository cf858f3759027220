// SPDX-License-Identifier: GPL-3.0-or-later
// What an SMSC sends: a stream of units wherever it is cut. Each is refused with the field that is wrong or read, and what was read is the
// same unit again when it is written and read once more. The first octet says in how large pieces the rest comes.
#include "core/sms/smpp/codec.h"
#include "core/sms/smpp/receipts.h"

#include <cstdlib>

using namespace pfx;
using namespace pfx::sms;

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void checkUnit(const QByteArray &octets, smpp::IdBook &ids)
{
    const auto pdu = smpp::decode(octets);
    if (!pdu) {
        require(!pdu.error().where.isEmpty());
        return;
    }
    if (const auto read = smpp::readReceipt(*pdu))
        ids.submittedId(read->receipt.providerId);
    if (!smpp::layoutOf(pdu->command))
        return; // its head alone was taken
    const auto written = smpp::encode(*pdu);
    if (!written)
        return; // more than the specification allows is read, but never written
    const auto again = smpp::decode(*written);
    require(again.has_value() && *again == *pdu);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView stream(data + 1, static_cast<qsizetype>(size) - 1);
    const qsizetype piece = qMax<qsizetype>(1, data[0]);
    smpp::PduReader reader;
    smpp::IdBook ids;
    qsizetype read = 0;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        reader.append(stream.sliced(at, qMin(piece, stream.size() - at)));
        while (true) {
            const auto unit = reader.next();
            if (!unit)
                return 0; // the stream is lost
            if (!unit->has_value())
                break;
            require((*unit)->size() >= smpp::headLength && (*unit)->size() <= smpp::mostLength);
            read += (*unit)->size();
            checkUnit(**unit, ids);
        }
    }
    require(read + reader.waiting() == stream.size());
    return 0;
}
