// SPDX-License-Identifier: GPL-3.0-or-later
// A deterministic export of any size in the migration guide's amoCRM form, streamed to a file: names, phones in mixed spellings,
// e-mails, companies, two pipelines; about 350 bytes a record (100,000 contacts + 100,000 deals = some 70 MB). Any thread.
#pragma once

#include "core/base/result.h"

namespace pfx::test {

struct SampleExport
{
    qint64 contacts = 1000;
    qint64 deals = 1000;
    qint64 firstId = 1;      ///< Ids of contacts and deals begin here: two exports with other ids do not overlap.
    int duplicateEvery = 0;  ///< Every n-th contact bears the phone of the one before it (0: none).
    bool pipelinesLast = true;
};

/// The bytes written.
base::Result<qint64> writeSampleExport(const QString &path, const SampleExport &sample);

} // namespace pfx::test
