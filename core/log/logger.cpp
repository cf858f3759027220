// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/logger.h"

#include "core/log/redact.h"

#include <QDateTime>

#include <atomic>
#include <cstdio>

namespace pfx::log {

namespace {

/// Qt's handler is a plain function, so the living logger must be found from it.
std::atomic<Logger *> living = nullptr;

QString levelName(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("error");
    case QtFatalMsg:
        return QStringLiteral("fatal");
    }
    return QStringLiteral("info");
}

} // namespace

Logger::Logger(const base::Clock &clock, const LoggerOptions &options) : m_clock(clock), m_toStderr(options.toStderr)
{
    if (!options.file.isEmpty())
        m_file = std::make_unique<RotatingFile>(options.file, options.maximumBytes, options.keep);
    living = this;
    m_before = qInstallMessageHandler(&Logger::handle);
}

Logger::~Logger()
{
    qInstallMessageHandler(m_before);
    living = nullptr;
}

void Logger::handle(QtMsgType level, const QMessageLogContext &context, const QString &text)
{
    if (Logger *logger = living)
        logger->take(level, QString::fromLatin1(context.category ? context.category : "default"), text);
}

void Logger::take(QtMsgType level, const QString &category, const QString &text)
{
    LogEntry entry{0, m_clock.nowMs(), level, category, redact(text)};
    QString shown = entry.text; // one message, one line
    shown.replace(u'\n', QStringLiteral(" ⏎ "));
    const QString time = QDateTime::fromMSecsSinceEpoch(entry.time, Qt::UTC).toString(Qt::ISODateWithMs);
    const QByteArray line = QStringLiteral("%1 %2 %3: %4\n").arg(time, levelName(level), category, shown).toUtf8();
    m_buffer.append(std::move(entry));
    const bool important = level == QtWarningMsg || level == QtCriticalMsg || level == QtFatalMsg;
    const std::lock_guard lock(m_mutex);
    if (m_file)
        m_file->write(line);
    if (m_toStderr == StderrLevel::Everything || (m_toStderr == StderrLevel::Warnings && important)) {
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        std::fflush(stderr);
    }
}

} // namespace pfx::log
