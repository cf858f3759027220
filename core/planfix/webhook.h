// SPDX-License-Identifier: GPL-3.0-or-later
// What a scenario's «Послать HTTP-запрос» sends us. A person writes its body by hand, so that only one thing is asked of it: the number of
// the task (`task_id`, or `task.id`), in JSON, in a form, or in a JSON broken by a quote in the task's name. Everything else is read from
// the API. Source: reference facts 2.2 (help wiki «HTTP-запросы»). Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace pfx::planfix {

struct WebhookSignal {
    qint64 task = 0;
    QString event; ///< What the person called it ("task.updated"); often empty.
};

/// Validation where "task_id" when no number of a task can be found.
base::Result<WebhookSignal> readWebhook(const QByteArray &body);

} // namespace pfx::planfix
