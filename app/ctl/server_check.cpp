// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/server_check.h"

#include "app/ctl/context.h"
#include "core/http/network_transport.h"
#include "core/server/http_fetcher.h"
#include "core/settings/settings.h"
#include "core/texts/server_texts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::ctl {

using base::Result;

QStringList ServerCheck::words() const
{
    return {QStringLiteral("server"), QStringLiteral("check")};
}

QString ServerCheck::description() const
{
    return QCoreApplication::translate("Ctl", "Checks whether the public address leads to the server here.");
}

Result<Exit> ServerCheck::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto settings, settings::Settings::load(*db));
    const QString publicUrl = settings.text(QStringLiteral("server.public-url"));
    if (publicUrl.isEmpty())
        return base::fail(base::ErrorCode::Validation, QStringLiteral("not set"), QStringLiteral("server.public-url"));
    base::StopSource stop;
    context.stopSignal().watch([&stop] { stop.request_stop(); });
    http::NetworkTransport transport;
    const server::Fetcher fetch = server::fetcherOver(transport, stop.get_token());
    const bool tls = !settings.text(QStringLiteral("server.tls-cert")).isEmpty();
    PFX_ASSIGN(const QString instance, server::instanceAt(settings.text(QStringLiteral("server.listen")), tls, fetch));
    PFX_ASSIGN(const server::ReachReport report, server::checkReach(publicUrl, instance, fetch));
    context.stopSignal().forget();
    const bool reached = report.reach == server::Reach::Reached;
    const texts::ErrorText words = texts::reach(report);
    if (context.json()) {
        const QJsonObject object{{QStringLiteral("ok"), reached},
                                 {QStringLiteral("address"), report.address.toString()},
                                 {QStringLiteral("message"), words.message},
                                 {QStringLiteral("advice"), words.advice}};
        context.out(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    } else {
        context.line(words.message);
        if (!words.advice.isEmpty())
            context.line(words.advice);
    }
    return reached ? Exit::Done : Exit::Failed;
}

} // namespace pfx::ctl
