// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl mailing forward LIST --to NAME: from now on the list is kept in step at a mailing service.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

class MailingForward : public Command {
public:
    QStringList words() const override;
    QStringList arguments() const override;
    QString description() const override;
    void addOptions(QCommandLineParser &parser) const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;
};

} // namespace pfx::ctl
