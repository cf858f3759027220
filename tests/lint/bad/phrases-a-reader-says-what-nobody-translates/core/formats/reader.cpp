// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace pfx::formats {

base::Result<int> read()
{
    return base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("the moon is not full"));
}

} // namespace pfx::formats
