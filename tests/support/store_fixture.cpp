// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/store_fixture.h"

#include "tests/support/scratch_postgres.h"

namespace pfx::test {

namespace {

/// A database of the newest version, made once a program: to copy it takes a fifth of the time of building the next.
QString newPostgresStore()
{
    static const QString first = [] {
        const QString address = ScratchPostgres::newDatabase();
        const base::SystemClock clock;
        const auto url = store::StoreUrl::parse(address);
        return url && store::Store::open(*url, clock) ? address : QString();
    }();
    return first.isEmpty() ? ScratchPostgres::newDatabase() : ScratchPostgres::copyOf(first); // whoever opens it sees what is wrong
}

} // namespace

StoreFixture::StoreFixture(const QString &backend)
{
    const bool sqlite = backend == QLatin1String("sqlite");
    m_address = sqlite ? QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("store.sqlite")) : newPostgresStore();
    if (m_address.isEmpty()) {
        m_error = ScratchPostgres::error();
        return;
    }
    auto url = store::StoreUrl::parse(m_address);
    if (!url) {
        m_error = url.error().detail;
        return;
    }
    m_url = *url;
    m_store = openAgain();
}

StoreFixture::~StoreFixture()
{
    m_store.reset();
    if (m_url.backend == store::Backend::Postgresql)
        ScratchPostgres::drop(m_address);
}

std::unique_ptr<store::Store> StoreFixture::openAgain()
{
    auto opened = store::Store::open(m_url, m_clock);
    if (opened)
        return std::move(*opened);
    m_error = QStringLiteral("%1: %2 (%3)").arg(base::name(opened.error().code), opened.error().detail, opened.error().where);
    return nullptr;
}

QVector<BackendRow> backends()
{
    return {{"on SQLite", QStringLiteral("sqlite")}, {"on PostgreSQL", QStringLiteral("postgresql")}};
}

void addBackends()
{
    QTest::addColumn<QString>("backend");
    for (const BackendRow &row : backends())
        QTest::newRow(row.suffix.constData()) << row.backend;
}

QString write(store::Store &store, const QString &sql, const store::Params &params)
{
    const auto done = store.writer().run([&](store::Connection &db) -> base::Result<void> {
        PFX_TRY(db.execute(sql, params));
        return {};
    });
    return done ? QString() : QStringLiteral("%1: %2").arg(base::name(done.error().code), done.error().detail);
}

QString read(store::Store &store, const QString &sql, const store::Params &params)
{
    auto connection = store.connect();
    if (!connection)
        return QStringLiteral("<error %1>").arg(connection.error().detail);
    const auto rows = (*connection)->select(sql, params);
    if (!rows)
        return QStringLiteral("<error %1>").arg(rows.error().detail);
    return rows->size() == 1 ? rows->front().text(QStringLiteral("v")) : QStringLiteral("<%1 rows>").arg(rows->size());
}

int endLocks(store::Store &store)
{
    if (store.url().backend == store::Backend::Sqlite)
        return 0;
    return read(store, QStringLiteral("SELECT count(pg_terminate_backend(pid, 5000)) AS v FROM pg_stat_activity"
                                      " WHERE datname = current_database() AND application_name LIKE 'pfx/% lock %'"))
        .toInt();
}

} // namespace pfx::test
