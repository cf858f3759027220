// SPDX-License-Identifier: GPL-3.0-or-later
// The check of a Planfix key as the screen tells it: one line a fact, all of them there from the beginning, and below it what is to be done.
// Pure; GUI thread, once the translators are installed.
#pragma once

#include "core/planfix/diagnosis.h"
#include "ui/common/banner.h"
#include "ui/common/chip.h"

#include <QCoreApplication>
#include <QVector>

namespace pfx::ui {

struct CheckRow {
    enum class State { Waiting, Running, Done };
    State state = State::Waiting;
    Tone tone = Tone::Muted; ///< Of Done.
    QString title; ///< «Создание задач»
    QString scope; ///< "task_add (task.create)"; empty for lines that are no right.
    QString note; ///< What was found, or what the right is for.
    Chip chip; ///< Without text: none.

    bool operator==(const CheckRow &) const = default;
};

/// What is left to do after the check, or that nothing is.
struct CheckVerdict {
    Severity severity = Severity::Success;
    QString fact, sentence;
    QStringList steps; ///< Numbered, to be done in Planfix.
    QString technical;
};

class CheckWords {
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::CheckWords)

public:
    /// `lines` as far as they are known; `diagnosis` once it has ended.
    static QVector<CheckRow> rows(const QVector<planfix::CheckLine> &lines, const planfix::Diagnosis *diagnosis, const QString &host,
                                  bool isRunning);
    static CheckVerdict verdict(const planfix::Diagnosis &diagnosis);
    /// «доказано 9 из 9 прав»
    static QString summary(const planfix::Diagnosis &diagnosis);
    /// "task_add (task.create)"
    static QString bothNames(const planfix::Scope &scope);
    static QString features(const planfix::Scope &scope);

private:
    static CheckRow stepRow(const planfix::CheckLine &line, const QString &host);
    static CheckRow scopeRow(const planfix::Scope &scope, const planfix::CheckLine *line);
    static CheckRow employeeRow(const planfix::Diagnosis *diagnosis);
    static CheckVerdict stopped(const base::Error &error);
};

} // namespace pfx::ui
