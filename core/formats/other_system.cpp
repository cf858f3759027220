// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/other_system.h"

namespace pfx::formats {

base::Failure ofOtherSystem(records::System chosen, const QString &path)
{
    const bool amocrm = chosen == records::System::Amocrm;
    return base::fail(base::ErrorCode::SourceUnreadable,
                      amocrm ? QStringLiteral("this is an export of Bitrix24, not of amoCRM") : QStringLiteral("this is an export of amoCRM, not of Bitrix24"),
                      path);
}

} // namespace pfx::formats
