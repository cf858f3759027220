// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl mailing unsuppress EMAIL: the address may be written to again.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

class MailingUnsuppress : public Command {
public:
    QStringList words() const override;
    QStringList arguments() const override;
    QString description() const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;
};

} // namespace pfx::ctl
