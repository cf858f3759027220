// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl employee hand-over.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

class EmployeeHandOver : public Command
{
public:
    QStringList words() const override;
    QStringList arguments() const override;
    QString description() const override;
    void addOptions(QCommandLineParser &parser) const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;
};

} // namespace pfx::ctl
