// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl contact|company|deal|pipeline list: one object a kind.
#pragma once

#include "app/ctl/command.h"
#include "core/records/records.h"

namespace pfx::ctl {

class RecordList : public Command
{
public:
    /// Contact, Company, Deal or Pipeline.
    explicit RecordList(records::Kind kind) : m_kind(kind) {}

    QStringList words() const override;
    void addOptions(QCommandLineParser &parser) const override;
    QString description() const override;
    base::Result<Exit> run(Context &context, const QCommandLineParser &options) override;

private:
    records::Kind m_kind;
};

} // namespace pfx::ctl
