// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a message, and any bytes as a provider's report. The parts cover the text without a gap and split no pair; what fits into the
// GSM alphabet comes out of it as it went in; a report is refused with a reason or read.
#include "core/sms/driver_table.h"
#include "core/sms/segments.h"

#include <cstdlib>

using namespace pfx;
using namespace pfx::sms;

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void checkText(const QString &text)
{
    const Segments segments = segmentsOf(text);
    qsizetype at = 0;
    int units = 0;
    for (const Part &part : segments.parts) {
        require(part.from == at && part.length > 0);
        at += part.length;
        units += part.units;
        require(part.units <= (segments.encoding == Encoding::Gsm7 ? 160 : 70));
        if (at < text.size() && at > 0)
            require(!(text[at - 1].isHighSurrogate() && text[at].isLowSurrogate()));
    }
    require(at == text.size() && units == segments.units);
    require(segments.count() == 0 ? text.isEmpty() : segments.unitsLeft() >= 0);
    const auto septets = toGsm7(text);
    require(septets.has_value() == (segments.encoding == Encoding::Gsm7));
    if (septets)
        require(fromGsm7(*septets) == text);
}

static void checkReports(const QByteArray &bytes)
{
    ProviderConfig config;
    config.name = QStringLiteral("main");
    for (const DriverKind &kind : driverKinds()) {
        if (!kind.readCallback)
            continue;
        server::Request request;
        request.method = server::Method::Post;
        request.body = bytes;
        config.driver = kind.name;
        const auto callback = kind.readCallback(config, request);
        require(callback || !callback.error().detail.isEmpty() || !callback.error().where.isEmpty());
    }
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    checkText(text);
    checkText(simplified(text));
    checkText(transliterated(text));
    checkReports(bytes);
    return 0;
}
