// SPDX-License-Identifier: GPL-3.0-or-later
// The names of secrets that the program itself uses; those of providers (provider.<name>.…) and further SMS credentials come on top. Any thread.
#pragma once

#include <QStringList>

namespace pfx::secrets {

const QStringList &knownNames();

} // namespace pfx::secrets
