// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/content_observer.h"

#include <cstring>

namespace pfx::formats {

ContentObserver::ContentObserver(qint64 total, base::StopToken stop, records::RecordSource::Progress progress, bool utf8)
    : m_hash(QCryptographicHash::Blake2b_256), m_total(total), m_stop(std::move(stop)), m_progress(std::move(progress)), m_utf8(utf8)
{}

base::Result<void> ContentObserver::chunk(qint64 offset, const char *data, qint64 bytes)
{
    if (m_stop.stop_requested())
        return base::fail(base::ErrorCode::Cancelled);
    m_hash.addData(QByteArrayView(data, bytes));
    if (m_utf8) {
        const qint64 carried = m_carry.size();
        const char *text = data;
        qint64 length = bytes;
        if (carried != 0) {
            // The cut character and enough of what follows to decide it; the rest is checked in place.
            m_carry.append(data, qMin<qint64>(bytes, 4));
            bool incomplete = false;
            const qint64 good = validUtf8(m_carry.constData(), m_carry.size(), incomplete);
            if (good < carried + 1 && !(incomplete && bytes < 4)) {
                m_invalidAt = offset - carried;
                return base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("the text is not UTF-8"));
            }
            if (good < carried + 1)
                return {};
            qint64 used = 1;
            while (used < bytes && (data[used] & 0xC0) == 0x80)
                ++used;
            text += used;
            length -= used;
        }
        m_carry.clear();
        bool incomplete = false;
        const qint64 good = validUtf8(text, length, incomplete);
        if (good != length) {
            const bool atEnd = offset + bytes >= m_total;
            if (!incomplete || atEnd) {
                m_invalidAt = offset + (text - data) + good;
                return base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("the text is not UTF-8"));
            }
            m_carry = QByteArray(text + good, length - good);
        }
    }
    if (m_progress)
        m_progress(qMin(offset + bytes, m_total), m_total);
    return {};
}

qint64 validUtf8(const char *data, qint64 bytes, bool &incomplete)
{
    const auto *const begin = reinterpret_cast<const unsigned char *>(data);
    const unsigned char *at = begin;
    const unsigned char *const end = begin + bytes;
    incomplete = false;
    const auto tail = [](unsigned char c) { return (c & 0xC0) == 0x80; };
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            for (quint64 word = 0; end - at >= 8; at += 8) {
                std::memcpy(&word, at, 8);
                if (word & Q_UINT64_C(0x8080808080808080))
                    break;
            }
            continue;
        }
        const unsigned char lead = *at;
        const int length = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (length == 0)
            break;
        if (end - at < length) {
            bool good = true;
            for (const unsigned char *c = at + 1; c < end; ++c)
                good = good && tail(*c);
            incomplete = good;
            break;
        }
        if (!tail(at[1]) || (length > 2 && !tail(at[2])) || (length > 3 && !tail(at[3])))
            break;
        if ((lead == 0xE0 && at[1] < 0xA0) || (lead == 0xED && at[1] > 0x9F) || (lead == 0xF0 && at[1] < 0x90) || (lead == 0xF4 && at[1] > 0x8F))
            break;
        at += length;
    }
    return at - begin;
}

} // namespace pfx::formats
