// SPDX-License-Identifier: GPL-3.0-or-later
// «Создать тестовую заявку для Планфикс» without widgets, shared by the set-up and the orders' page: makes the order, follows it until it is a
// task or is stuck, sends it again, takes it away here and there. GUI thread; the work is done off it.
#pragma once

#include "core/orders/order_progress.h"
#include "ui/common/step_strip.h"

#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>

namespace pfx::ui {

class Live;
struct Services;

struct TestOrderState
{
    enum class Phase {
        Idle,     ///< None was made yet.
        Saving,
        Underway, ///< `progress` says how far.
        Arrived,  ///< It is a task.
        NotSetUp, ///< No account is set up: nothing was made.
        Failed,   ///< It could not be saved or read: `error`.
        Removing,
        Removed,  ///< Here; its task is given the status of cancelled orders, where it has one.
    };
    Phase phase = Phase::Idle;
    qint64 id = 0;
    QString number;
    qint64 savedInMs = 0;
    std::optional<orders::OrderProgress> progress;
    QUrl taskPage;
    std::optional<base::Error> error;

    bool canCreate() const { return phase != Phase::Saving && phase != Phase::Removing && !isMoving(); }
    bool canRemove() const { return id != 0 && (phase == Phase::Underway || phase == Phase::Arrived); }
    bool canRetry() const { return phase == Phase::Underway && progress && progress->isStuck(); }
    /// It gets on by itself.
    bool isMoving() const { return phase == Phase::Underway && !(progress && progress->isStuck()); }

    bool operator==(const TestOrderState &) const = default;
};

/// Saved, sent, task; empty while there is nothing to show.
QVector<StripStep> stepsOf(const TestOrderState &state);

/// Why it is stuck, with the right named, and what to do. Empty when it is not.
struct TestOrderTrouble
{
    QString fact, sentence, technical;
    bool isForSetup = false; ///< The set-up mends it.

    bool isEmpty() const { return fact.isEmpty(); }
};
TestOrderTrouble troubleOf(const TestOrderState &state);
/// Of any order that Planfix refused; `missingScope` as OrderProgress has it.
TestOrderTrouble refusalWords(const base::Error &error, const QString &missingScope);

class TestOrder : public QObject
{
    Q_OBJECT
public:
    /// `services.live` is not null and lives longer.
    explicit TestOrder(Services &services, QObject *parent = nullptr);

    const TestOrderState &state() const { return m_state; }
    void create();
    void retry();
    void remove();
    /// Closes the news of one that has arrived, was removed or has failed; the order itself stays.
    void dismiss();

signals:
    void changed();
    void created(qint64 id);
    void removed(qint64 id);

private:
    struct Saved
    {
        orders::AddedOrder order;
        qint64 tookMs = 0;
    };
    void saved(base::Result<Saved> answer);
    void look();
    void looked(qint64 id, base::Result<orders::OrderProgress> answer);
    void set(const TestOrderState &state);

    Services &m_services;
    Live &m_live;
    TestOrderState m_state;
    QTimer m_again; ///< While it moves: a hold ends by time alone, which nobody tells.
};

} // namespace pfx::ui
