// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order.h"

#include <algorithm>
#include <array>

namespace pfx::orders {

namespace {

template<typename Value>
struct Word
{
    Value value;
    const char *name;
};

constexpr std::array<Word<Status>, 5> statusWords{{
    {Status::New, "new"},
    {Status::Confirmed, "confirmed"},
    {Status::InProgress, "in_progress"},
    {Status::Completed, "completed"},
    {Status::Cancelled, "cancelled"},
}};

constexpr std::array<Word<Source>, 5> sourceWords{{
    {Source::Site, "site"},
    {Source::File, "file"},
    {Source::Screen, "screen"},
    {Source::CommandLine, "command_line"},
    {Source::Planfix, "planfix"},
}};

template<typename Words, typename Value>
QString nameIn(const Words &words, Value value)
{
    const auto at = std::find_if(words.begin(), words.end(), [value](const auto &word) { return word.value == value; });
    return at == words.end() ? QString() : QLatin1String(at->name);
}

template<typename Value, typename Words>
std::optional<Value> valueIn(const Words &words, const QString &name)
{
    const auto at = std::find_if(words.begin(), words.end(), [&name](const auto &word) { return name == QLatin1String(word.name); });
    return at == words.end() ? std::nullopt : std::optional<Value>(at->value);
}

} // namespace

QString name(Status status)
{
    return nameIn(statusWords, status);
}

std::optional<Status> statusNamed(const QString &name)
{
    return valueIn<Status>(statusWords, name);
}

const QVector<Status> &allStatuses()
{
    static const QVector<Status> all = [] {
        QVector<Status> statuses;
        for (const auto &word : statusWords)
            statuses.append(word.value);
        return statuses;
    }();
    return all;
}

QString name(Source source)
{
    return nameIn(sourceWords, source);
}

std::optional<Source> sourceNamed(const QString &name)
{
    return valueIn<Source>(sourceWords, name);
}

} // namespace pfx::orders
