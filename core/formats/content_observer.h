// SPDX-License-Identifier: GPL-3.0-or-later
// What goes along with the one pass over a file: the digest to which a run is tied, the check that the text is UTF-8, progress and the
// stop token. One thread.
#pragma once

#include "core/base/stop_token.h"
#include "core/formats/json_stream.h"
#include "core/records/record_source.h"

#include <QCryptographicHash>

namespace pfx::formats {

class ContentObserver : public JsonStream::Observer
{
public:
    ContentObserver(qint64 total, base::StopToken stop, records::RecordSource::Progress progress, bool utf8 = true);

    base::Result<void> chunk(qint64 offset, const char *data, qint64 bytes) override;

    QByteArray digest() const { return m_hash.result(); }
    /// Where the text ceases to be UTF-8; -1 when it does not.
    qint64 invalidAt() const { return m_invalidAt; }

private:
    QCryptographicHash m_hash;
    qint64 m_total;
    base::StopToken m_stop;
    records::RecordSource::Progress m_progress;
    bool m_utf8;
    QByteArray m_carry; ///< The beginning of a character that the chunk before cut.
    qint64 m_invalidAt = -1;
};

/// The number of leading bytes that are whole, valid UTF-8 characters; `incomplete` when what follows is only cut off.
qint64 validUtf8(const char *data, qint64 bytes, bool &incomplete);

} // namespace pfx::formats
