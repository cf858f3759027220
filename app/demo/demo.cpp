// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"

#include "app/demo/demo_samples.h"
#include "app/demo/demo_transport.h"
#include "core/secrets/new_secret.h"
#include "core/sms/credential_book.h"

#include <QFile>
#include <QJsonDocument>

static void initResources()
{
    Q_INIT_RESOURCE(demo_account);
    Q_INIT_RESOURCE(demo_amocrm);
    Q_INIT_RESOURCE(demo_samples);
}

namespace pfx::app {

using base::Result;

namespace {

const QString host = QStringLiteral("demo.planfix.ru");

QJsonObject account()
{
    initResources();
    QFile file(QStringLiteral(":/demo/account.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demonstration's account is not in the program");
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

Demo::Demo(const base::Clock &clock) : m_clock(clock), m_planfix(clock, account()), m_smsc(clock)
{
    (void)m_secrets.write(QStringLiteral("planfix.api-key"), secrets::Secret(QStringLiteral("demo"))); // memory does not fail
    for (const char *name : {"planfix.webhook-secret", "orders.token"})
        (void)m_secrets.write(QLatin1String(name), secrets::newSecret());
    for (const char *name : {"provider.smsc.login", "provider.smsc.password"})
        (void)m_secrets.write(QLatin1String(name), secrets::Secret(QStringLiteral("demo")));
    (void)sms::makeCredential(m_secrets, sms::defaultCredential);
}

Result<Profile> Demo::profile() const
{
    if (!m_folder.isValid())
        return base::fail(base::ErrorCode::StorageReadOnly, m_folder.errorString(), QStringLiteral("demo"));
    return chooseProfile(m_folder.path(), QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("demo.sqlite")));
}

Result<void> Demo::fill(store::Store &store)
{
    return fillDemoStore(store, m_clock, host, m_folder.path());
}

RuntimeOptions Demo::runtimeOptions()
{
    RuntimeOptions options;
    options.listen = QStringLiteral("127.0.0.1:0");
    options.transport = [this] { return std::make_unique<DemoTransport>(m_planfix, host, m_smsc); };
    options.environment = QProcessEnvironment();
    return options;
}

} // namespace pfx::app
