// SPDX-License-Identifier: GPL-3.0-or-later
// The first page without widgets: what needs attention (each with the way to its place), how the connections do, the numbers of a fortnight,
// the checklist «Первый час», ticked off by facts. GUI thread.
#pragma once

#include "ui/common/live.h"
#include "ui/common/page.h"
#include "ui/common/theme.h"
#include "ui/overview/overview_facts.h"

#include <QVariant>

namespace pfx::ui {

/// Where a row of the page leads.
struct OverviewWay
{
    QString words; ///< The button: «Исправить».
    QString pageId;
    QVariant target;

    bool operator==(const OverviewWay &) const = default;
};

struct OverviewNeed
{
    Tone tone = Tone::Warning;
    QString fact, sentence;
    OverviewWay way;

    bool operator==(const OverviewNeed &) const = default;
};

struct OverviewConnection
{
    Tone tone = Tone::Muted;
    QString name, words, when;

    bool operator==(const OverviewConnection &) const = default;
};

struct OverviewNumber
{
    QString id, icon, title, number, note;
    QVector<qint64> perDay;

    bool operator==(const OverviewNumber &) const = default;
};

struct OverviewStep
{
    bool isDone = false;
    QString words;
    OverviewWay way;

    bool operator==(const OverviewStep &) const = default;
};

struct OverviewQuota
{
    qint64 left = 0, ofAll = 0;
    QString words, when;

    bool operator==(const OverviewQuota &) const = default;
};

struct OverviewState
{
    bool isKnown = false; ///< False: the skeleton.
    std::optional<base::Error> error;
    QVector<OverviewNeed> needs;
    QVector<OverviewConnection> connections;
    QVector<OverviewNumber> numbers;
    QVector<OverviewStep> steps; ///< Empty when all of them are done.
    std::optional<OverviewQuota> quota;
    QString fortnightAgo; ///< The plots' left end.

    int stepsDone() const;
    bool operator==(const OverviewState &) const = default;
};

class OverviewPresenter : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const OverviewState &state() const { return m_state; }
    /// `store` names the database; without `live` only what the store knows is shown.
    void show(const OverviewFacts &facts, const Live *live, const QString &store, qint64 nowMs);
    void showFailure(const base::Error &error);

signals:
    void changed(); ///< Only when something is other than before.

private:
    struct Known;
    QVector<OverviewNeed> needs(const Known &known) const;
    QVector<OverviewConnection> connections(const Known &known, const QString &store) const;
    QVector<OverviewNumber> numbers(const OverviewFacts &facts) const;
    QVector<OverviewStep> steps(const Known &known) const;
    std::optional<OverviewQuota> quota(const Known &known) const;
    void become(OverviewState state);

    OverviewState m_state;
};

} // namespace pfx::ui
