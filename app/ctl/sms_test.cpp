// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sms_test.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "core/exchange/journal.h"
#include "core/exchange/store_rate_gate.h"
#include "core/http/network_transport.h"
#include "core/sms/test_call.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

namespace pfx::ctl {

using base::Result;

namespace {

Result<secrets::Secret> fromEnvironment(const QCommandLineParser &options, const char *option)
{
    const QString variable = options.value(QLatin1String(option));
    const QString value = QProcessEnvironment::systemEnvironment().value(variable);
    if (value.isEmpty())
        return usage(QCoreApplication::translate("Ctl", "The environment variable “%1” is empty").arg(variable));
    return secrets::Secret(value);
}

Result<sms::TestCall> callOf(const QCommandLineParser &options)
{
    for (const char *needed : {"url", "to", "text"}) {
        if (!options.isSet(QLatin1String(needed)))
            return usage(QCoreApplication::translate("Ctl", "%1 is missing").arg(QStringLiteral("--") + QLatin1String(needed)));
    }
    sms::TestCall call;
    call.url = QUrl(options.value(QStringLiteral("url")));
    call.from = options.value(QStringLiteral("from"));
    call.to = options.value(QStringLiteral("to"));
    call.text = options.value(QStringLiteral("text"));
    if (options.isSet(QStringLiteral("key-env"))) {
        PFX_ASSIGN(call.key, fromEnvironment(options, "key-env"));
        return call;
    }
    if (!options.isSet(QStringLiteral("login")) || !options.isSet(QStringLiteral("password-env")))
        return usage(QCoreApplication::translate("Ctl", "Give --login and --password-env, or --key-env"));
    call.login = options.value(QStringLiteral("login"));
    PFX_ASSIGN(call.password, fromEnvironment(options, "password-env"));
    return call;
}

} // namespace

QStringList SmsTest::words() const
{
    return {QStringLiteral("sms"), QStringLiteral("test")};
}

QString SmsTest::description() const
{
    return QCoreApplication::translate("Ctl", "Calls an address as Planfix would and shows the exact answer.");
}

void SmsTest::addOptions(QCommandLineParser &parser) const
{
    const auto option = [&parser](const char *name, const QString &description, const char *value) {
        parser.addOption({QLatin1String(name), description, QLatin1String(value)});
    };
    option("url", QCoreApplication::translate("Ctl", "The address that Planfix is to call."), "URL");
    option("login", QCoreApplication::translate("Ctl", "The login, with --password-env."), "LOGIN");
    option("password-env", QCoreApplication::translate("Ctl", "The environment variable with the password."), "VAR");
    option("key-env", QCoreApplication::translate("Ctl", "The environment variable with the key, instead of login and password."), "VAR");
    option("from", QCoreApplication::translate("Ctl", "The sender's name; the provider's own when left out."), "SENDER");
    option("to", QCoreApplication::translate("Ctl", "The recipient's phone."), "PHONE");
    option("text", QCoreApplication::translate("Ctl", "The text."), "TEXT");
}

Result<Exit> SmsTest::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const sms::TestCall call, callOf(options));
    PFX_ASSIGN(store::Store *const store, context.store());
    base::StopSource stop;
    context.stopSignal().watch([&stop] { stop.request_stop(); });
    http::NetworkTransport transport;
    exchange::Journal journal(store->writer());
    exchange::StoreRateGate gate(*store, context.clock());
    http::Client client(transport, gate, journal, context.clock());
    const auto answer = sms::callAsPlanfix(client, context.clock(), call, stop.get_token());
    context.stopSignal().forget();
    if (!answer)
        return base::fail(answer.error());
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.flag("ok", answer->accepted);
            json.member("status", qint64(answer->status));
            json.member("answer", answer->body);
            json.memberOrNull("id", answer->id);
            json.member("elapsed_ms", answer->elapsedMs);
        });
        context.out(json.take() + '\n');
    } else {
        context.line(QStringLiteral("HTTP %1, %2 ms").arg(answer->status).arg(answer->elapsedMs));
        context.line(answer->body);
    }
    return answer->accepted ? Exit::Done : Exit::Failed;
}

} // namespace pfx::ctl
