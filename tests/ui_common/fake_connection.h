// SPDX-License-Identifier: GPL-3.0-or-later
// A connection that leads nowhere, for readers that answer without asking it.
#pragma once

#include "core/store/connection.h"

namespace pfx::test {

class FakeConnection : public store::Connection
{
public:
    store::Backend backend() const override { return store::Backend::Sqlite; }
    base::Result<store::Rows> select(const QString &, const store::Params &) override { return refuse(); }
    base::Result<void> forEach(const QString &, const store::Params &,
                               const std::function<base::Result<void>(const store::Row &)> &) override
    {
        return refuse();
    }
    base::Result<qint64> execute(const QString &, const store::Params &) override { return refuse(); }
    base::Result<qint64> executeLong(const QString &, const base::StopToken &) override { return refuse(); }
    base::Result<void> executeMany(const QString &, const std::vector<store::Params> &) override { return refuse(); }
    base::Result<void> insert(const store::RowBlock &, store::OnConflict) override { return refuse(); }
    base::Result<qint64> reserveIds(const QString &, qint64) override { return refuse(); }
    base::Result<void> begin() override { return refuse(); }
    base::Result<void> commit() override { return refuse(); }
    base::Result<void> rollback() override { return refuse(); }

private:
    static base::Failure refuse() { return base::fail(base::ErrorCode::Internal, QStringLiteral("a fake connection")); }
};

} // namespace pfx::test
