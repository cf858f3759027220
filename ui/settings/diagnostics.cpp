// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/diagnostics.h"

#include "core/exchange/journal_pages.h"
#include "core/log/redact.h"
#include "core/settings/settings.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QFile>
#include <QSysInfo>

namespace pfx::ui {

using base::Result;

namespace {

constexpr qint64 mostLogBytes = 64 * 1024;

QString line(const QString &name, const QString &value)
{
    return name + QStringLiteral(": ") + value + QLatin1Char('\n');
}

QString errorText(const std::optional<base::Error> &error)
{
    return error ? base::name(error->code) + QLatin1Char(' ') + log::redact(error->where + QLatin1Char(' ') + error->detail) : QStringLiteral("none");
}

/// The values that a person has set; what is personal in them goes by the redaction.
QString settingsText(const settings::Settings &settings)
{
    QString text;
    for (const settings::Definition &definition : settings::definitions()) {
        if (settings.isDefault(definition.key))
            continue;
        using settings::Kind;
        const bool isPlain = definition.kind != Kind::Text && definition.kind != Kind::JsonMap && definition.kind != Kind::Json
            && definition.kind != Kind::JsonList; // a stop list is phone numbers
        text += line(definition.key, isPlain ? settings.text(definition.key) : log::redact(settings.text(definition.key)));
    }
    return text.isEmpty() ? QStringLiteral("all as delivered\n") : text;
}

QString lastOfLog(const QString &profileDir)
{
    QFile file(profileDir + QStringLiteral("/log/planfix-console.log"));
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("no log file\n");
    file.seek(qMax<qint64>(0, file.size() - mostLogBytes));
    return log::redact(QString::fromUtf8(file.readAll()));
}

} // namespace

Result<QString> diagnosticsText(store::Store &store, store::Connection &db, const DiagnosticsFrame &frame)
{
    PFX_ASSIGN(const auto settings, settings::Settings::load(db));
    PFX_ASSIGN(const store::StoreInfo info, store.info());
    PFX_ASSIGN(const auto halted, exchange::halted(db));
    QString text;
    text += line(QStringLiteral("program"), frame.program);
    text += line(QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(frame.nowMs).toUTC().toString(Qt::ISODate));
    text += line(QStringLiteral("system"), QSysInfo::prettyProductName() + QLatin1Char(' ') + QSysInfo::currentCpuArchitecture());
    text += line(QStringLiteral("qt"), QString::fromLatin1(qVersion()));
    text += line(QStringLiteral("store"), QStringLiteral("%1 %2, version %3, %4 bytes").arg(info.backend, info.serverVersion).arg(info.version).arg(info.bytes));
    text += line(QStringLiteral("server"), frame.server.isListening() ? QStringLiteral("listens, %1 requests").arg(frame.server.requests)
                                                                      : QStringLiteral("does not listen"));
    text += line(QStringLiteral("server's error"), errorText(frame.server.error));
    text += line(QStringLiteral("planfix held"), errorText(frame.planfix.held));
    for (const exchange::Halted &one : halted)
        text += line(QStringLiteral("waits for a person in ") + one.service, QString::number(one.count));
    text += QStringLiteral("\n--- settings ---\n") + settingsText(settings);
    text += QStringLiteral("\n--- log ---\n") + lastOfLog(frame.profileDir);
    return text;
}

} // namespace pfx::ui
