// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/serve.h"

#include "app/ctl/context.h"
#include "app/runtime/runtime.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList Serve::words() const
{
    return {QStringLiteral("serve")};
}

QString Serve::description() const
{
    return QCoreApplication::translate("Ctl", "Works without a window: the server, the queues, the periodic looks.");
}

void Serve::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("listen"),
                      QCoreApplication::translate("Ctl", "Address and port, instead of the setting server.listen."),
                      QStringLiteral("ADDR:PORT")});
    parser.addOption(
        {QStringLiteral("tls-cert"), QCoreApplication::translate("Ctl", "File with the certificate (PEM)."), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("tls-key"), QCoreApplication::translate("Ctl", "File with the key of the certificate (PEM)."),
                      QStringLiteral("FILE")});
}

Result<Exit> Serve::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    app::RuntimeOptions chosen;
    chosen.listen = options.value(QStringLiteral("listen"));
    chosen.tlsCertificateFile = options.value(QStringLiteral("tls-cert"));
    chosen.tlsKeyFile = options.value(QStringLiteral("tls-key"));
    app::Runtime runtime(*store, context.clock(), *secrets, chosen);
    context.stopSignal().watch([] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    // Who starts it, waits for this line; a port that is taken now would stay unnoticed by systemd.
    PFX_TRY(runtime.start());
    const app::ServerView view = runtime.server();
    if (view.address.isEmpty())
        context.message(QCoreApplication::translate("Ctl", "The server is switched off (server.enabled); the queues are worked off."));
    else
        context.message(QCoreApplication::translate("Ctl", "Listening on %1")
                            .arg((view.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + view.address));
    QCoreApplication::exec();
    context.stopSignal().forget();
    runtime.stop();
    return Exit::Done;
}

} // namespace pfx::ctl
