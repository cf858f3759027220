// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl store restore FILE: a backup in the place of the store, which nobody has open meanwhile.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

class StoreRestore : public Command
{
public:
    QStringList words() const override;
    QStringList arguments() const override;
    QString description() const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;
};

} // namespace pfx::ctl
