// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table orders as they are read, and the conditions that pick them: shared by the repository and the lists of the screen.
// Failures: StorageDamaged for JSON of ours that cannot be read.
#pragma once

#include "core/orders/repository.h"

namespace pfx::orders::rows {

/// For SELECT.
const QString &columns();
base::Result<StoredOrder> read(const store::Row &row);

struct Picked {
    QStringList conditions;
    store::Params params;

    /// " WHERE …", empty without conditions.
    QString where() const;
};
Picked pick(store::Backend backend, const OrderQuery &query);

} // namespace pfx::orders::rows
