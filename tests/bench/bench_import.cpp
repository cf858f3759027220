// SPDX-License-Identifier: GPL-3.0-or-later
// bench_import [THOUSANDS [large]]: the import beside its floor, a second run, PostgreSQL, and what a person would do by hand. Each import
// runs in a process of its own, so that its peak memory is its own. "large" only imports (time a row and memory). Exit 1 when something fails.
#include "tests/bench/floor_import.h"
#include "tests/bench/import_child.h"
#include "tests/bench/measured.h"
#include "tests/support/sample_export.h"
#include "tests/support/scratch_postgres.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace pfx;
using bench::child;
using bench::result;
using bench::Run;

namespace {

int failed(const QString &what)
{
    std::fprintf(stderr, "bench_import: %s\n", qPrintable(what));
    return 1;
}

QString words(const base::Error &error)
{
    return QStringLiteral("%1 %2 %3").arg(base::name(error.code), error.detail, error.where);
}

double shell(const QString &command, const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), command});
    process.waitForFinished(-1);
    return process.exitCode() == 0 ? static_cast<double>(timer.elapsed()) : 0;
}

void byHand(const QString &file, const QString &folder, double ours)
{
    const QString jq = QStringLiteral(
        "jq -r '.contacts[] | [.id, .name, ([.custom_fields_values[]? | select(.field_code==\"PHONE\") | .values[].value] | join(\";\")),"
        " ([.custom_fields_values[]? | select(.field_code==\"EMAIL\") | .values[].value] | join(\";\"))] | @csv' %1 > c.csv;"
        " jq -r '.deals[] | [.id, .name, .price, .pipeline_id, .status_id, .contacts[0].id] | @csv' %1 > d.csv;"
        " sqlite3 hand.db 'CREATE TABLE contacts (id, name, phone, email)' 'CREATE TABLE deals (id, name, price, pipeline, stage, contact)'"
        " '.mode csv' '.import c.csv contacts' '.import d.csv deals' 'CREATE INDEX a ON contacts (phone)' 'CREATE INDEX b ON contacts (email)'"
        " 'CREATE INDEX c ON deals (contact)'").arg(file);
    if (const double ms = shell(jq, folder); ms > 0)
        result(QStringLiteral("jq, .import and 3 indexes / ours"), ms / ours, QStringLiteral("x"), QStringLiteral(">= 2"));
    const QString utils = QStringLiteral("jq -c .contacts %1 | sqlite-utils insert u.db contacts - --pk id;"
                                         " jq -c .deals %1 | sqlite-utils insert u.db deals - --pk id").arg(file);
    if (const double ms = shell(utils, folder); ms > 0)
        result(QStringLiteral("sqlite-utils insert / ours"), ms / ours, QStringLiteral("x"));
}

base::Result<void> measure(qint64 count, bool large, const QString &folder)
{
    const QString json = folder + QStringLiteral("/sample.json");
    const QString db = folder + QStringLiteral("/imported.sqlite");
    test::SampleExport sample;
    sample.contacts = sample.deals = count;
    PFX_ASSIGN(const qint64 bytes, test::writeSampleExport(json, sample));
    result(QStringLiteral("file"), static_cast<double>(bytes) / 1e6, QStringLiteral("MB"));
    PFX_ASSIGN(const Run first, child(QStringLiteral("sqlite:") + db, json));
    result(QStringLiteral("import, SQLite"), first.ms / 1000, QStringLiteral("s"));
    result(QStringLiteral("time a record"), first.ms * 1000 / static_cast<double>(2 * count), QStringLiteral("us"));
    result(QStringLiteral("records created"), static_cast<double>(first.created), QString());
    result(QStringLiteral("peak memory"), first.peakMb, QStringLiteral("MB"), QStringLiteral("<= 150"));
    if (large)
        return {};
    PFX_ASSIGN(const bench::Floor floor, bench::floorImport(json, db, folder));
    result(QStringLiteral("floor: pass and normalise"), floor.passMs / 1000, QStringLiteral("s"));
    result(QStringLiteral("floor: raw inserts of %1 rows").arg(floor.rows), floor.insertMs / 1000, QStringLiteral("s"));
    result(QStringLiteral("import / floor"), first.ms / floor.totalMs(), QStringLiteral("x"), QStringLiteral("<= 1.5"));
    result(QStringLiteral("floor: raw inserts with the indexes built last"), floor.indexesLastMs / 1000, QStringLiteral("s"));
    result(QStringLiteral("import / floor with the indexes built last"), first.ms / floor.totalIndexesLastMs(), QStringLiteral("x"));
    PFX_ASSIGN(const Run second, child(QStringLiteral("sqlite:") + db, json));
    result(QStringLiteral("second run / first"), second.ms / first.ms, QStringLiteral("x"), QStringLiteral("<= 1.0"));
    result(QStringLiteral("second run: records created"), static_cast<double>(second.created), QString(), QStringLiteral("= 0"));
    byHand(json, folder, first.ms);
    const QString postgres = test::ScratchPostgres::newDatabase();
    if (postgres.isEmpty())
        return base::fail(base::ErrorCode::Storage, test::ScratchPostgres::error());
    PFX_ASSIGN(const Run there, child(postgres, json));
    result(QStringLiteral("import, PostgreSQL / SQLite"), there.ms / first.ms, QStringLiteral("x"), QStringLiteral("<= 3"));
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == QLatin1String("child")) {
        const auto done = bench::importOnce(arguments.value(1), arguments.value(2));
        return done ? 0 : failed(words(done.error()));
    }
    const qint64 thousands = arguments.isEmpty() ? 100 : arguments.first().toLongLong();
    const QTemporaryDir folder;
    const auto done = measure(thousands * 1000, arguments.value(1) == QLatin1String("large"), folder.path());
    return done ? 0 : failed(words(done.error()));
}
