// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl sms list.
#pragma once

#include "app/ctl/command.h"

namespace pfx::ctl {

class SmsList : public Command {
public:
    QStringList words() const override;
    QString description() const override;
    void addOptions(QCommandLineParser &parser) const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;
};

} // namespace pfx::ctl
