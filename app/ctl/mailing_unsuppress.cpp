// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/mailing_unsuppress.h"

#include "app/ctl/context.h"
#include "app/ctl/mailing_output.h"
#include "core/mailing/suppressions.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList MailingUnsuppress::words() const
{
    return {QStringLiteral("mailing"), QStringLiteral("unsuppress")};
}

QStringList MailingUnsuppress::arguments() const
{
    return {QStringLiteral("EMAIL")};
}

QString MailingUnsuppress::description() const
{
    return QCoreApplication::translate("Ctl", "The address may be written to again.");
}

Result<Exit> MailingUnsuppress::run(Context &context, const QCommandLineParser &options)
{
    const QString email = options.positionalArguments().first();
    PFX_ASSIGN(const auto before,
               changeSuppressions(context, [&](store::Connection &db) { return mailing::unsuppress(db, email); }));
    if (before == mailing::WasSuppressed::No)
        return base::fail(base::ErrorCode::NotFound, email, QStringLiteral("suppression"));
    PFX_TRY(printSuppression(context, email));
    return Exit::Done;
}

} // namespace pfx::ctl
