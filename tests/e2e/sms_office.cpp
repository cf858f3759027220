// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/sms_office.h"

#include "tests/server/raw_client.h"

#include <QTcpServer>

namespace pfx::test {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

SmsOffice::SmsOffice(const QHash<QString, QString> &provider)
{
    ctl.set(QStringLiteral("PFX_SECRET_SMS_LOGIN"), QStringLiteral("planfix"));
    ctl.set(QStringLiteral("PFX_SECRET_SMS_PASSWORD"), QStringLiteral("pass-word-1"));
    ctl.set(QStringLiteral("PFX_SECRET_PROVIDER_MAIN_LOGIN"), QStringLiteral("office"));
    ctl.set(QStringLiteral("PFX_SECRET_PROVIDER_MAIN_PASSWORD"), QStringLiteral("secret"));
    for (auto setting = provider.begin(); setting != provider.end(); ++setting)
        set(QStringLiteral("provider.main.") + setting.key(), setting.value());
    set(QStringLiteral("sms.provider"), QStringLiteral("main"));
}

void SmsOffice::set(const QString &key, const QString &value) const
{
    const CtlRun run = ctl.run({QStringLiteral("config"), QStringLiteral("set"), key, value});
    if (run.status != 0)
        qFatal("%s: %s", qPrintable(key), run.messages.constData());
}

QByteArray SmsOffice::sms(const QByteArray &fields)
{
    return post("/sms", "login=planfix&password=pass-word-1&" + fields,
                "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n");
}

QJsonArray SmsOffice::messages(const char *state) const
{
    const CtlRun run = ctl.json({QStringLiteral("sms"), QStringLiteral("list"), QStringLiteral("--state"), QString::fromLatin1(state),
                                 QStringLiteral("--limit"), QStringLiteral("1000")});
    if (run.status != 0)
        qFatal("sms list: %s", run.messages.constData()); // not "none"
    return run.array();
}

} // namespace pfx::test
