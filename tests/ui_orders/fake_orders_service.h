// SPDX-License-Identifier: GPL-3.0-or-later
// A service whose answers are set by the test: given at once, or held back until release() (so that an older answer can come after a newer
// question). It remembers what was asked.
#pragma once

#include "ui/orders/orders_service.h"

namespace pfx::test {

class FakeOrdersService : public ui::OrdersService
{
public:
    using OrdersService::OrdersService;

    bool holdBack = false;
    std::optional<base::Error> failure; ///< Every answer is this.
    QHash<qint64, ui::OrderDetails> known;
    orders::Attention inNeed;
    QStringList asked;
    orders::Order saved;
    orders::Sides sides;
    base::StopToken exportStop;
    Rows exportProgress;

    void releaseNewestFirst()
    {
        QVector<std::function<void()>> held = std::exchange(m_held, {});
        while (!held.isEmpty())
            held.takeLast()();
    }
    void release()
    {
        const QVector<std::function<void()>> held = std::exchange(m_held, {});
        for (const auto &give : held)
            give();
    }

    void details(QObject *, qint64 id, Answer<ui::OrderDetails> answer) override
    {
        if (!known.contains(id) && !failure) {
            answer(base::fail(base::ErrorCode::NotFound, QString::number(id), QStringLiteral("order")));
            return;
        }
        give(QStringLiteral("details %1").arg(id), answer, known.value(id));
    }
    void attention(QObject *, Answer<orders::Attention> answer) override { give(QStringLiteral("attention"), answer, inNeed); }
    void account(QObject *, Answer<QString> answer) override { give(QStringLiteral("account"), answer, QStringLiteral("https://a.planfix.ru/task/")); }
    void save(QObject *, const orders::Order &order, Answer<qint64> answer) override
    {
        saved = order;
        give(QStringLiteral("save %1").arg(order.number), answer, order.id == 0 ? 100 : order.id);
    }
    void settle(QObject *, qint64 id, const orders::Sides &chosen, Answer<void> answer) override
    {
        sides = chosen;
        giveNothing(QStringLiteral("settle %1").arg(id), answer);
    }
    void sendAgain(QObject *, qint64 id, bool acceptRepeat, Answer<void> answer) override
    {
        giveNothing(QStringLiteral("again %1%2").arg(QString::number(id), acceptRepeat ? QStringLiteral(" although") : QString()), answer);
    }
    void removeTest(QObject *, qint64 id, Answer<void> answer) override
    {
        if (!failure)
            known.remove(id);
        giveNothing(QStringLiteral("remove %1").arg(id), answer);
    }
    void exportCsv(QObject *, const orders::ListQuery &, const QString &path, base::StopToken stop, Rows progress, Answer<qint64> answer) override
    {
        exportStop = stop;
        exportProgress = std::move(progress);
        give(QStringLiteral("export %1").arg(path), answer, qint64(7));
    }

private:
    template<typename T>
    void give(const QString &question, const Answer<T> &answer, const T &value)
    {
        asked.append(question);
        reply([answer, value, error = failure] { error ? answer(base::fail(*error)) : answer(value); });
    }
    void giveNothing(const QString &question, const Answer<void> &answer)
    {
        asked.append(question);
        reply([answer, error = failure] { error ? answer(base::fail(*error)) : answer({}); });
    }
    void reply(const std::function<void()> &give)
    {
        if (holdBack)
            m_held.append(give);
        else
            give();
    }

    QVector<std::function<void()>> m_held;
};

} // namespace pfx::test
