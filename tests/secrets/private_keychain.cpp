// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/secrets/private_keychain.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <csignal>

namespace pfx::test {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int patienceMs = 20'000;

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

PrivateKeychain::~PrivateKeychain()
{
    stopKeyring();
    end(m_bus);
}

void PrivateKeychain::end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(process.processId()), SIGCONT);
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished(5000);
    }
}

QProcessEnvironment PrivateKeychain::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "XDG_CURRENT_DESKTOP", "KDE_FULL_SESSION", "XDG_DATA_HOME",
                             "XDG_CONFIG_HOME", "DBUS_STARTER_ADDRESS"})
        environment.remove(s(name));
    environment.insert(s("HOME"), m_home.path());
    environment.insert(s("XDG_RUNTIME_DIR"), m_home.filePath(s("run")));
    environment.insert(s("DBUS_SESSION_BUS_ADDRESS"), m_address.isEmpty() ? s("unix:path=") + m_home.filePath(s("nobody")) : m_address);
    return environment;
}

Result<void> PrivateKeychain::startBus()
{
    QDir(m_home.path()).mkdir(s("run"));
    QFile::setPermissions(m_home.filePath(s("run")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile config(m_home.filePath(s("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Internal, config.errorString());
    // No folder of services: nothing starts by itself, so that "no service" can be told.
    config.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
                 "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n<busconfig><type>session</type><listen>unix:path="
                 + m_home.filePath(s("bus")).toUtf8()
                 + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                 "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n");
    config.close();
    m_bus.setProcessEnvironment(environment());
    m_bus.start(s("dbus-daemon"), {s("--config-file=") + config.fileName(), s("--nofork"), s("--print-address")});
    if (!m_bus.waitForReadyRead(patienceMs))
        return fail(ErrorCode::Internal, QString::fromLocal8Bit(m_bus.readAllStandardError()), s("dbus-daemon"));
    m_address = QString::fromLatin1(m_bus.readLine()).trimmed();
    return {};
}

Result<void> PrivateKeychain::startKeyring(bool unlocked)
{
    QStringList arguments{s("--foreground"), s("--components=secrets")};
    if (unlocked)
        arguments.prepend(s("--unlock"));
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(s("gnome-keyring-daemon"), arguments);
    if (!m_keyring.waitForStarted(patienceMs))
        return fail(ErrorCode::Internal, m_keyring.errorString(), s("gnome-keyring-daemon"));
    if (unlocked)
        m_keyring.write("correct horse\n");
    m_keyring.closeWriteChannel();
    return waitForOwner();
}

void PrivateKeychain::stopKeyring()
{
    end(m_keyring);
}

void PrivateKeychain::freezeKeyring()
{
    ::kill(static_cast<pid_t>(m_keyring.processId()), SIGSTOP);
}

Result<void> PrivateKeychain::waitForOwner()
{
    for (const QDeadlineTimer deadline(patienceMs); !deadline.hasExpired();) {
        QProcess ask;
        ask.setProcessEnvironment(environment());
        ask.start(s("dbus-send"), {s("--session"), s("--print-reply"), s("--dest=org.freedesktop.DBus"), s("/"),
                                   s("org.freedesktop.DBus.NameHasOwner"), s("string:org.freedesktop.secrets")});
        if (!ask.waitForFinished(patienceMs))
            break;
        if (ask.readAllStandardOutput().contains("true"))
            return {};
        if (m_keyring.waitForFinished(10)) // also the pause between two looks
            break;
    }
    return fail(ErrorCode::Internal, QString::fromLocal8Bit(m_keyring.readAllStandardError()), s("gnome-keyring-daemon"));
}

} // namespace pfx::test
