// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orders/planfix_office.h"

#include "core/settings/settings.h"

namespace pfx::test {

using base::Result;
using exchange::Queue;
using store::Connection;

namespace {

const QString host = QStringLiteral("https://example.planfix.ru/rest/");

exchange::DispatcherOptions quick()
{
    exchange::DispatcherOptions options;
    options.retry.baseMs = 10;
    options.poll = std::chrono::hours(1); // the bell wakes it
    options.storePause = std::chrono::milliseconds(1);
    return options;
}

http::ClientOptions withoutWaiting(FakeClock &clock)
{
    http::ClientOptions options;
    options.pause = [&clock](qint64 ms, const base::StopToken &) { clock.advance(ms); };
    options.chance = [] { return 0.5; };
    return options;
}

QProcessEnvironment noEnvironment()
{
    return QProcessEnvironment();
}

Result<void> setUp(Connection &db)
{
    PFX_TRY(settings::write(db, QStringLiteral("planfix.account"), host));
    PFX_TRY(settings::write(db, QStringLiteral("planfix.requests-per-second"), QStringLiteral("1000")));
    PFX_TRY(settings::write(db, QStringLiteral("planfix.order-template"), QStringLiteral("104")));
    return settings::write(db, QStringLiteral("planfix.order-fields"), QStringLiteral("{\"number\":115}"));
}

orders::TaskWords someWords()
{
    return {QStringLiteral("Клиент"), QStringLiteral("Телефон"),     QStringLiteral("E-mail"),
            QStringLiteral("Адрес"),  QStringLiteral("Визит"),       QStringLiteral("Услуги"),
            QStringLiteral("Сумма"),  QStringLiteral("Комментарий"), QStringLiteral("Тест")};
}

} // namespace

orders::Order anOrder(const QString &number)
{
    orders::Order order;
    order.number = number;
    order.client = {QStringLiteral("Анна Лебедева"), QStringLiteral("+7 906 111-22-33"), QStringLiteral("anna.l@example.com")};
    order.items = {{QStringLiteral("Монтаж"), QStringLiteral("1"), QStringLiteral("1500")}};
    order.total = QStringLiteral("1500.00");
    order.currency = QStringLiteral("RUB");
    order.source = orders::Source::Site;
    return order;
}

PlanfixOffice::PlanfixOffice(store::Store &store, store::Store &truth, const QJsonObject &account, Exchanges exchanges)
    : m_store(store),
      m_truth(truth),
      m_remote(m_clock, account),
      m_journal(truth.writer()),
      m_outbox(m_clock, m_bell),
      m_inbox(m_clock, m_bell),
      m_mapping(m_clock, someWords()),
      m_office{store,           m_clock,
               m_gate,          exchanges == Exchanges::InJournal ? static_cast<http::ExchangeObserver &>(m_journal) : m_recorder,
               m_outbox,        m_secrets,
               m_mapping,       [this] { return std::make_unique<fake::FakePlanfixTransport>(m_remote, m_clock); },
               noEnvironment(), withoutWaiting(m_clock)},
      m_dispatcher(store, m_clock, m_bell, quick())
{
    m_secrets.put(QStringLiteral("planfix.api-key"), fake::usualKey());
}

PlanfixOffice::~PlanfixOffice()
{
    m_dispatcher.stop();
}

Result<void> PlanfixOffice::open()
{
    PFX_ASSIGN(m_db, m_truth.connect());
    PFX_TRY(m_truth.writer().run(setUp));
    for (exchange::Lane &lane : orders::lanes(m_office))
        m_dispatcher.add(std::move(lane));
    m_dispatcher.start();
    return {};
}

Result<orders::AddedOrder> PlanfixOffice::add(const orders::Order &order)
{
    orders::OrderBook book(orders::OrderEffects(m_outbox, QUrl(host).host()), m_clock);
    orders::AddedOrder added;
    PFX_TRY(m_store.writer().run([&](Connection &db) -> Result<void> {
        PFX_ASSIGN(added, book.add(db, order));
        return {};
    }));
    return added;
}

Result<void> PlanfixOffice::change(qint64 id, const std::function<void(orders::Order &)> &edit)
{
    orders::OrderBook book(orders::OrderEffects(m_outbox, QUrl(host).host()), m_clock);
    return m_store.writer().run([&](Connection &db) -> Result<void> {
        PFX_ASSIGN(orders::StoredOrder stored, orders::load(db, id));
        edit(stored.order);
        return book.change(db, stored.order, orders::Source::Screen).map([](const orders::Order &) {});
    });
}

Result<void> PlanfixOffice::webhook(qint64 task)
{
    exchange::Inbound row;
    row.service = orders::effect::planfixService;
    row.operation = orders::taskChanged;
    row.subject = orders::taskSubject(task);
    row.method = QStringLiteral("POST");
    row.path = QStringLiteral("/planfix/webhook/{planfix.webhook-secret}");
    row.body = "{\"task_id\":\"" + QByteArray::number(task) + "\"}";
    return m_store.writer().run([&](Connection &db) { return m_inbox.accept(db, row).map([](const exchange::Accepted &) {}); });
}

void PlanfixOffice::edit(qint64 task, const QJsonObject &change)
{
    const auto answer = m_remote.act("POST", QStringLiteral("/task/%1").arg(task), change, QStringLiteral("user:5"));
    QVERIFY2(answer.status == 200, answer.body.constData());
}

bool PlanfixOffice::settle()
{
    const auto settled = [this] {
        m_clock.advance(1000);
        m_bell.ringAll();
        for (const Queue queue : {Queue::Outbox, Queue::Inbox}) {
            for (const QString &service : {orders::effect::planfixService, orders::effect::siteService}) {
                const auto counts = exchange::queueCounts(*m_db, queue, service);
                if (!counts || counts->ready + counts->waiting > 0)
                    return false;
            }
        }
        return true;
    };
    return QTest::qWaitFor(settled, 20'000);
}

qint64 PlanfixOffice::needsAttention()
{
    qint64 count = 0;
    for (const Queue queue : {Queue::Outbox, Queue::Inbox})
        count +=
            exchange::queueCounts(*m_db, queue, orders::effect::planfixService).value_or(exchange::QueueCounts{0, 0, 1'000'000}).attention;
    return count;
}

orders::StoredOrder PlanfixOffice::order(qint64 id)
{
    return orders::load(*m_db, id).value_or(orders::StoredOrder{});
}

QVector<QJsonObject> PlanfixOffice::tasksOf(const QString &number) const
{
    QVector<QJsonObject> tasks;
    for (const QJsonObject &task : m_remote.rows(QStringLiteral("tasks"))) {
        if (task.value(QStringLiteral("name")).toString().contains(number))
            tasks.append(task);
    }
    return tasks;
}

} // namespace pfx::test
