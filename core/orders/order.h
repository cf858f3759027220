// SPDX-License-Identifier: GPL-3.0-or-later
// An order («заявка»): who wants what, where and when. Each becomes one Planfix task. Values; any thread.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

namespace pfx::orders {

enum class Status { New, Confirmed, InProgress, Completed, Cancelled };

/// "new", "confirmed", "in_progress", "completed", "cancelled"; no value for another word.
QString name(Status status);
std::optional<Status> statusNamed(const QString &name);
const QVector<Status> &allStatuses();

/// Where an order came from.
enum class Source { Site, File, Screen, CommandLine, Planfix };
QString name(Source source);
std::optional<Source> sourceNamed(const QString &name);

struct Client
{
    QString name;
    QString phone; ///< As given.
    QString email;

    bool isEmpty() const { return name.isEmpty() && phone.isEmpty() && email.isEmpty(); }
    bool operator==(const Client &) const = default;
};

struct Item
{
    QString name;
    QString quantity; ///< Exact decimal text, "1" when none was given.
    QString price;    ///< Exact decimal text; empty when none was given.

    bool operator==(const Item &) const = default;
};

struct Order
{
    qint64 id = 0;
    QString number;
    Client client;
    QString address;
    std::optional<qint64> visitAt; ///< ms since 1970 UTC
    QVector<Item> items;
    QString total;                 ///< Exact decimal text; empty when unknown.
    QString currency;              ///< "RUB"
    QString comment;
    Status status = Status::New;
    QJsonObject extra;             ///< Whatever else came with it, kept as it is.
    Source source = Source::Screen;
    bool isTest = false;
    qint64 planfixId = 0;          ///< The task; 0 while there is none.
    qint64 version = 1;
    qint64 createdAt = 0;
    qint64 changedAt = 0;

    bool operator==(const Order &) const = default;
};

} // namespace pfx::orders
