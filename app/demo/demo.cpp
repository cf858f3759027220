// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"

#include "app/demo/demo_samples.h"
#include "app/demo/demo_transport.h"

#include <QFile>
#include <QJsonDocument>
#include <QUuid>

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

Demo::Demo(const base::Clock &clock) : m_clock(clock), m_planfix(clock, account())
{
    (void)m_secrets.write(QStringLiteral("planfix.api-key"), secrets::Secret(QStringLiteral("demo"))); // memory does not fail
    for (const char *name : {"planfix.webhook-secret", "orders.token"})
        (void)m_secrets.write(QLatin1String(name), secrets::Secret(QUuid::createUuid().toString(QUuid::Id128)));
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
    options.transport = [this] { return std::make_unique<DemoTransport>(m_planfix, host); };
    options.environment = QProcessEnvironment();
    return options;
}

} // namespace pfx::app
