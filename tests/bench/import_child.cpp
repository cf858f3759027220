// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/import_child.h"

#include "tests/bench/measured.h"

#include "core/base/clock.h"
#include "core/crm/employees.h"
#include "core/migration/importer.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>

namespace pfx::bench {

base::Result<void> importOnce(const QString &address, const QString &file)
{
    const base::SystemClock clock;
    PFX_ASSIGN(const auto url, store::StoreUrl::parse(address));
    PFX_ASSIGN(const auto store, store::Store::open(url, clock));
    PFX_TRY(store->writer().run([&clock](store::Connection &db) -> base::Result<void> {
        PFX_ASSIGN(const auto known, crm::employees::list(db));
        if (!known.isEmpty())
            return {};
        crm::Employee employee;
        employee.name = QStringLiteral("Bench");
        return crm::employees::add(db, employee, clock.nowMs()).map([](qint64) {});
    }));
    migration::ImportOptions options;
    options.defaultEmployee = QStringLiteral("1");
    QElapsedTimer timer;
    timer.start();
    PFX_ASSIGN(const auto source, migration::openFile(file, records::System::Amocrm));
    migration::RunControl control;
    migration::Importer importer(*store, clock, migration::StoreUse::Exclusive);
    PFX_ASSIGN(const auto report, importer.run(file, *source, options, control, {}));
    const migration::Counters total = report.total();
    std::printf("%lld %.1f %lld %lld %d\n", static_cast<long long>(timer.elapsed()), memoryMb("VmHWM"),
                static_cast<long long>(total.created), static_cast<long long>(total.skipped), static_cast<int>(report.state));
    return {};
}

base::Result<Run> child(const QString &address, const QString &file)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("child"), address, file});
    process.waitForFinished(-1);
    const QList<QByteArray> parts = process.readAllStandardOutput().simplified().split(' ');
    if (process.exitCode() != 0 || parts.size() != 5)
        return base::fail(base::ErrorCode::Internal, QStringLiteral("the import failed"));
    return Run{parts[0].toDouble(), parts[1].toDouble(), parts[2].toLongLong(), parts[3].toLongLong()};
}

} // namespace pfx::bench
