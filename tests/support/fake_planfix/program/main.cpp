// SPDX-License-Identifier: GPL-3.0-or-later
// fake-planfix: the strict fake of Planfix as a program of its own, so that what it holds outlives the program under test. Prints one line
// of JSON with its port and base address, then answers until it is ended.
#include "tests/support/fake_planfix/planfix_door.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

using namespace pfx::fake;

namespace {

void complain(const QString &text)
{
    std::fprintf(stderr, "fake-planfix: %s\n", qPrintable(text));
}

std::optional<QJsonObject> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// The saved state when there is one, else the account by its name or file.
std::optional<QJsonObject> startingState(const QCommandLineParser &options)
{
    if (const QString state = options.value(QStringLiteral("state")); QFile::exists(state))
        return readFile(state);
    const QString name = options.value(QStringLiteral("account"));
    auto found = account(name);
    if (!found)
        found = readFile(name);
    if (found && options.isSet(QStringLiteral("key"))) {
        // The key takes the place of the usual one, with its rights.
        QJsonArray keys = found->value(u"keys").toArray();
        if (keys.isEmpty())
            return withKey(*found, options.value(QStringLiteral("key")), {});
        QJsonObject key = keys[0].toObject();
        key.insert(QStringLiteral("key"), options.value(QStringLiteral("key")));
        keys[0] = key;
        found->insert(QStringLiteral("keys"), keys);
    }
    return found;
}

void save(const QString &path, const QJsonObject &state)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(state).toJson(QJsonDocument::Compact)) < 0 || !file.commit())
        complain(QStringLiteral("%1 cannot be written").arg(path));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({
        {QStringLiteral("account"), QStringLiteral("full, quick-start, no-rights, empty or a file."), QStringLiteral("name"),
         QStringLiteral("full")},
        {QStringLiteral("key"), QStringLiteral("The key that is known."), QStringLiteral("key")},
        {QStringLiteral("state"), QStringLiteral("Where the account is kept."), QStringLiteral("file")},
        {QStringLiteral("port"), QStringLiteral("0: any that is free."), QStringLiteral("port"), QStringLiteral("0")},
        {QStringLiteral("per-second"), QStringLiteral("The pace; 0: none."), QStringLiteral("rate"), QStringLiteral("0")},
    });
    options.process(app);
    const auto state = startingState(options);
    if (!state) {
        complain(QStringLiteral("no such account"));
        return 2;
    }
    ShiftedClock clock;
    FakePlanfix planfix(clock, *state);
    planfix.setRules([&options](AccessRules &rules) { rules.perSecond = options.value(QStringLiteral("per-second")).toDouble(); });
    if (const QString path = options.value(QStringLiteral("state")); !path.isEmpty())
        planfix.onChange([path](const QJsonObject &changed) { save(path, changed); });
    const PlanfixDoor door(planfix, clock, options.value(QStringLiteral("port")).toUShort());
    if (door.port() == 0) {
        complain(QStringLiteral("the port is taken"));
        return 1;
    }
    std::printf("{\"port\":%d,\"base_url\":\"%s\"}\n", int(door.port()), door.baseUrl().toEncoded().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
