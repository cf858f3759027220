// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/mailing_suppress.h"

#include "app/ctl/context.h"
#include "app/ctl/mailing_output.h"
#include "core/mailing/suppressions.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList MailingSuppress::words() const
{
    return {QStringLiteral("mailing"), QStringLiteral("suppress")};
}

QStringList MailingSuppress::arguments() const
{
    return {QStringLiteral("EMAIL")};
}

QString MailingSuppress::description() const
{
    return QCoreApplication::translate("Ctl", "The address is not written to any more, whatever list it is in.");
}

void MailingSuppress::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("reason"),
                      QCoreApplication::translate("Ctl", "unsubscribed, bounced, complained, or a reason in own words."),
                      QStringLiteral("REASON")});
}

Result<Exit> MailingSuppress::run(Context &context, const QCommandLineParser &options)
{
    mailing::Suppression suppression;
    suppression.email = options.positionalArguments().first();
    suppression.at = context.clock().nowMs();
    const QString reason = options.value(QStringLiteral("reason")).trimmed();
    if (const auto known = mailing::reasonNamed(reason))
        suppression.reason = *known;
    else
        suppression.note = reason;
    PFX_TRY(changeSuppressions(context, [&](store::Connection &db) { return mailing::suppress(db, suppression); }));
    PFX_TRY(printSuppression(context, suppression.email));
    return Exit::Done;
}

} // namespace pfx::ctl
