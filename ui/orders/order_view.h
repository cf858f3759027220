// SPDX-License-Identifier: GPL-3.0-or-later
// What the details show of an order, as words: made of what the store knows, drawn by the pane. Pure; any thread once the translators are
// installed.
#pragma once

#include "ui/common/banner.h"
#include "ui/common/chip.h"
#include "ui/orders/orders_service.h"

namespace pfx::ui {

struct OrderLine
{
    QString label, value, tip;
    bool isTask = false; ///< A link to the task.

    bool operator==(const OrderLine &) const = default;
};

struct OrderSection
{
    QString title; ///< Empty: directly below the order's title.
    QVector<OrderLine> lines;

    bool operator==(const OrderSection &) const = default;
};

struct OrderEvent
{
    QString icon;
    Tone tone = Tone::Muted;
    QString fact, sentence;

    bool operator==(const OrderEvent &) const = default;
};

struct OrderView
{
    QString title, subtitle;
    Chip chip;
    QVector<OrderSection> sections;
    QVector<OrderEvent> events; ///< Newest first.
    // Why the exchange with Planfix does not go on; empty: it does.
    Severity severity = Severity::Warning;
    QString fact, sentence, technical;
    bool isForSetup = false;

    bool operator==(const OrderView &) const = default;
};

OrderView orderView(const OrderDetails &details, qint64 nowMs);

} // namespace pfx::ui
