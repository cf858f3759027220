// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl import report RUN: the decisions about each row, or the failed rows in the source's own form.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

class ImportReport : public Command
{
public:
    QStringList words() const override;
    QStringList arguments() const override;
    QString description() const override;
    void addOptions(QCommandLineParser &parser) const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;
};

} // namespace pfx::ctl
