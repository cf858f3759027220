// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl mailing list: the mailing lists with the number of their members.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

class MailingLists : public Command {
public:
    QStringList words() const override;
    QString description() const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;
};

} // namespace pfx::ctl
