// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a PostgreSQL address can be the store, found out without changing anything there: reached, signed in, may make tables, has what
// the search needs, and what stands in it. Blocks; any thread. Failures: those of opening a store; Validation for an address that is none or
// not PostgreSQL's.
#pragma once

#include "core/base/result.h"
#include "core/store/store_url.h"

namespace pfx::store {

enum class Contents { Empty, Ours, Foreign }; ///< Tables of this program, or of others.

struct Trial {
    QString serverVersion; ///< "15.8"
    bool mayCreate = false;
    bool hasTrigrams = false; ///< pg_trgm is installed or can be.
    Contents contents = Contents::Empty;

    bool isGood() const { return mayCreate && hasTrigrams && contents != Contents::Foreign; }
};

base::Result<Trial> tryServer(const QString &address);

} // namespace pfx::store
