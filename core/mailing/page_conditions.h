// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows a query of a list asks for, as SQL over the table `t`. Pure; any thread.
#pragma once

#include "core/mailing/member_pages.h"
#include "core/mailing/suppressions.h"

namespace pfx::mailing {

struct Where {
    QString condition = QStringLiteral("t.id > 0");
    store::Params params;
};

Where whereOf(const store::Connection &db, const MemberQuery &query);
Where whereOf(const store::Connection &db, const SuppressionQuery &query);

} // namespace pfx::mailing
