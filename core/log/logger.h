// SPDX-License-Identifier: GPL-3.0-or-later
// Takes over Qt's messages while it lives: each is redacted, then goes to the file, to the buffer of the log page and, when asked, to
// stderr. Made once, by app, before threads begin; messages come from any thread. A second one at the same time is a defect.
#pragma once

#include "core/base/clock.h"
#include "core/log/log_buffer.h"
#include "core/log/rotating_file.h"

#include <QtGlobal>

#include <memory>
#include <mutex>

namespace pfx::log {

enum class StderrLevel { Nothing, Warnings, Everything };

struct LoggerOptions
{
    QString file;                         ///< Empty: no file.
    qint64 maximumBytes = 5 * 1024 * 1024;
    int keep = 3;
    StderrLevel toStderr = StderrLevel::Warnings;
};

class Logger
{
public:
    Logger(const base::Clock &clock, const LoggerOptions &options);
    ~Logger();
    Logger(const Logger &) = delete;
    Logger &operator=(const Logger &) = delete;

    const LogBuffer &buffer() const { return m_buffer; }

private:
    static void handle(QtMsgType level, const QMessageLogContext &context, const QString &text);
    void take(QtMsgType level, const QString &category, const QString &text);

    const base::Clock &m_clock;
    StderrLevel m_toStderr;
    LogBuffer m_buffer;
    std::mutex m_mutex; ///< of the file
    std::unique_ptr<RotatingFile> m_file;
    QtMessageHandler m_before = nullptr;
};

} // namespace pfx::log
