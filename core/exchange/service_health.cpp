// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/service_health.h"

namespace pfx::exchange {

using base::Result;
using store::Row;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

/// "Not found" is an answer like another one: of a task that was deleted.
bool isGood(std::optional<qint64> status)
{
    return status && ((*status >= 200 && *status < 400) || *status == 404);
}

class Book
{
public:
    void note(const QString &service, Direction direction, qint64 atMs, std::optional<qint64> status, const QString &errorCode)
    {
        ServiceHealth &health = of(service, direction);
        std::optional<qint64> &last = isGood(status) ? health.goodMs : health.badMs;
        if (last.value_or(-1) >= atMs)
            return;
        last = atMs;
        if (isGood(status))
            return;
        health.badStatus = status ? std::optional<int>(static_cast<int>(*status)) : std::nullopt;
        health.badCode = errorCode;
    }
    QVector<ServiceHealth> take() { return std::move(m_services); }

private:
    ServiceHealth &of(const QString &service, Direction direction)
    {
        for (ServiceHealth &health : m_services) {
            if (health.service == service && health.direction == direction)
                return health;
        }
        ServiceHealth health;
        health.service = service;
        health.direction = direction;
        m_services.append(health);
        return m_services.last();
    }

    QVector<ServiceHealth> m_services;
};

} // namespace

Result<QVector<ServiceHealth>> serviceHealth(store::Connection &db, int rows)
{
    Book book;
    PFX_ASSIGN(const store::Rows exchanges,
               db.select(s("SELECT service, direction, status, error_code, at FROM exchange_journal ORDER BY id DESC LIMIT :rows"),
                         {{s("rows"), qint64(rows)}}));
    for (const Row &row : exchanges) {
        const Direction direction = row.text(s("direction")) == name(Direction::In) ? Direction::In : Direction::Out;
        book.note(row.text(s("service")), direction, row.number(s("at")), row.maybe(s("status")), row.text(s("error_code")));
    }
    // What was accepted stands in the inbox alone; what the program put there itself has no status.
    PFX_ASSIGN(const store::Rows accepted, db.select(s("SELECT service, status, created_at FROM exchange_inbox WHERE status > 0 "
                                                       "ORDER BY id DESC LIMIT :rows"),
                                                     {{s("rows"), qint64(rows)}}));
    for (const Row &row : accepted)
        book.note(row.text(s("service")), Direction::In, row.number(s("created_at")), row.maybe(s("status")), {});
    return book.take();
}

} // namespace pfx::exchange
