// SPDX-License-Identifier: GPL-3.0-or-later
// A fresh store with its writer and a reading connection, and short ways to make contacts, companies and deals. One test function each.
#pragma once

#include "core/crm/repository.h"
#include "tests/support/store_fixture.h"

#include <functional>

namespace pfx::test {

class CrmFixture
{
public:
    /// "sqlite" or "postgresql".
    explicit CrmFixture(const QString &backend);

    store::Connection &db() { return *m_db; }
    /// Another reading connection, as another thread has it.
    std::unique_ptr<store::Connection> connect();
    /// Runs the job in a write transaction; the name of the error's code, empty when it was committed.
    QString write(const store::Writer::Job &job);

    /// Column "backend" with a row for each: for test functions without other data.
    static void backends();
    static void forEachBackend(const std::function<void(const QString &)> &each);

private:
    StoreFixture m_store;
    std::unique_ptr<store::Connection> m_db;
};

records::Point phone(const QString &normalized, const QString &type = {});
records::Point email(const QString &normalized, const QString &type = {});
crm::Contact contact(qint64 id, const QString &name, const QVector<records::Point> &points = {});
crm::Company company(qint64 id, const QString &title, const QVector<records::Point> &points = {});
crm::Deal deal(qint64 id, const QString &title, const QString &amount = {}, const QString &currency = {});
crm::Pipeline pipeline(qint64 id, const QString &name);
crm::Stage stage(qint64 id, qint64 pipelineId, const QString &name);


/// An employee, a company, two contacts, a pipeline with a stage and two deals that belong together; the result as of write().
QString fillOffice(CrmFixture &fixture);

} // namespace pfx::test
