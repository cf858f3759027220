// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sms_show.h"

#include "app/ctl/context.h"
#include "app/ctl/sms_output.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList SmsShow::words() const
{
    return {QStringLiteral("sms"), QStringLiteral("show")};
}

QStringList SmsShow::arguments() const
{
    return {QStringLiteral("ID")};
}

QString SmsShow::description() const
{
    return QCoreApplication::translate("Ctl", "Shows a message with its way.");
}

Result<Exit> SmsShow::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 id, numberArgument(options.positionalArguments().first()));
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const sms::Message message, sms::load(*db, id));
    PFX_ASSIGN(const auto history, sms::history(*db, message));
    printMessage(context, message, history);
    return Exit::Done;
}

} // namespace pfx::ctl
