// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl mailing suppress EMAIL: the address is not written to any more, whatever list it is in.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

class MailingSuppress : public Command {
public:
    QStringList words() const override;
    QStringList arguments() const override;
    QString description() const override;
    void addOptions(QCommandLineParser &parser) const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;
};

} // namespace pfx::ctl
