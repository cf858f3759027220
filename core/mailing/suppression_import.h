// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a file of addresses that must not be written to: one a line, or the first column of a CSV whose second may hold the reason. What is
// no address is passed over and named. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/mailing/entities.h"

namespace pfx::mailing {

struct ReadSuppressions {
    QVector<Suppression> suppressions; ///< Ready for suppress().
    QStringList skipped; ///< The first lines that hold no address.
    qint64 skippedCount = 0;
};

/// SourceUnreadable for what is no text in UTF-8, or holds no address at all.
base::Result<ReadSuppressions> readSuppressions(const QByteArray &file, qint64 nowMs);

} // namespace pfx::mailing
