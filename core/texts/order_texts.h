// SPDX-License-Identifier: GPL-3.0-or-later
// Words of orders and of the server's refusals, in the language whose translator is installed. Any thread once it is.
#pragma once

#include "core/orders/repository.h"
#include "core/orders/sync_state.h"
#include "core/orders/task_mapping.h"
#include "core/server/refusal.h"

namespace pfx::texts {

orders::TaskWords taskWords();
server::RefusalWords refusalWords();

/// The order of the button «Создать тестовую заявку для Планфикс».
orders::Order testOrder(qint64 nowMs);

QString text(orders::Status status); ///< «Новая»
QString text(orders::Source source); ///< «С сайта»
QString text(orders::Event event);   ///< «Создана задача»
QString text(orders::Sync sync);     ///< Short, for a chip: «Отправляется»
/// A field of an order by its name in JSON ("client.phone"); "extra.city" is "city".
QString orderField(const QString &name);

} // namespace pfx::texts
