// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/mailing_forward.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "core/mailing/forwarding.h"
#include "core/mailing/list_table.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList MailingForward::words() const
{
    return {QStringLiteral("mailing"), QStringLiteral("forward")};
}

QStringList MailingForward::arguments() const
{
    return {QStringLiteral("LIST")};
}

QString MailingForward::description() const
{
    return QCoreApplication::translate("Ctl", "Keeps a mailing list in step at a mailing service (mailing.forward.<name>.*).");
}

void MailingForward::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("to"), QCoreApplication::translate("Ctl", "Name of the mailing service in the settings."),
                      QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("stop"), QCoreApplication::translate("Ctl", "Stops forwarding; what the service has stays there.")});
}

Result<Exit> MailingForward::run(Context &context, const QCommandLineParser &options)
{
    const QString target = options.value(QStringLiteral("to"));
    if (target.isEmpty())
        return usage(QCoreApplication::translate("Ctl", "%1 is missing").arg(QStringLiteral("--to NAME")));
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const mailing::MailingList list, mailing::findList(*db, options.positionalArguments().first()));
    exchange::Bell bell; // nobody listens here: the running program looks by itself
    exchange::Outbox outbox(context.clock(), bell);
    const bool isStop = options.isSet(QStringLiteral("stop"));
    PFX_TRY(store->writer().run([&](store::Connection &write) -> Result<void> {
        const qint64 now = context.clock().nowMs();
        if (!isStop)
            return mailing::beginForwarding(write, mailing::ForwardEffects(outbox), list.id, target, now).map([](const auto &) {});
        PFX_ASSIGN(const auto forwards, mailing::forwards(write, list.id));
        for (const mailing::Forward &forward : forwards) {
            if (forward.target == target)
                return mailing::endForward(write, forward.id, now);
        }
        return base::fail(base::ErrorCode::NotFound, target, QStringLiteral("forward"));
    }));
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.member("list", list.code);
            json.member("to", target);
            json.member("state", isStop ? QStringLiteral("stopped") : QStringLiteral("queued"));
        });
        context.out(json.take() + '\n');
    } else if (isStop) {
        context.message(QCoreApplication::translate("Ctl", "“%1” is no longer forwarded to %2.").arg(list.name, target));
    } else {
        context.message(QCoreApplication::translate("Ctl", "“%1” is forwarded to %2 as soon as the console or “pfxctl serve” runs.")
                            .arg(list.name, target));
    }
    return Exit::Done;
}

} // namespace pfx::ctl
