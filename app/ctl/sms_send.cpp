// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sms_send.h"

#include "app/ctl/context.h"
#include "app/ctl/sms_output.h"
#include "core/sms/intake.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList SmsSend::words() const
{
    return {QStringLiteral("sms"), QStringLiteral("send")};
}

QString SmsSend::description() const
{
    return QCoreApplication::translate("Ctl", "Puts a message into the queue; a running program sends it.");
}

void SmsSend::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("to"), QCoreApplication::translate("Ctl", "The recipient's phone."), QStringLiteral("PHONE")});
    parser.addOption({QStringLiteral("text"), QCoreApplication::translate("Ctl", "The text."), QStringLiteral("TEXT")});
    parser.addOption({QStringLiteral("from"), QCoreApplication::translate("Ctl", "The sender's name; the provider's own when left out."),
                      QStringLiteral("SENDER")});
}

Result<Exit> SmsSend::run(Context &context, const QCommandLineParser &options)
{
    for (const char *needed : {"to", "text"}) {
        if (!options.isSet(QLatin1String(needed)))
            return usage(QCoreApplication::translate("Ctl", "%1 is missing").arg(QStringLiteral("--") + QLatin1String(needed)));
    }
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    PFX_ASSIGN(const sms::SharedPolicy policy, sms::readPolicy(*db, *secrets));
    const sms::Wish wish{sms::Source::CommandLine, QStringLiteral("pfxctl"), {}, options.value(QStringLiteral("from")),
                         options.value(QStringLiteral("to")), options.value(QStringLiteral("text")), 0};
    const auto message = sms::prepare(wish, *policy, context.clock().nowMs());
    if (!message)
        return smsRefused(message.error());
    qint64 id = 0;
    PFX_TRY(store->writer().run([&](store::Connection &write) -> Result<void> {
        PFX_ASSIGN(const sms::Taken taken, sms::Intake::takeNow(write, *message, context.clock().nowMs()));
        id = taken.id;
        return {};
    }));
    if (policy->providers.empty())
        context.message(QCoreApplication::translate("Ctl", "No provider is set up (sms.provider): the message waits in the queue."));
    PFX_ASSIGN(const sms::Message stored, sms::load(*db, id));
    PFX_ASSIGN(const auto history, sms::history(*db, stored));
    printMessage(context, stored, history);
    return Exit::Done;
}

} // namespace pfx::ctl
