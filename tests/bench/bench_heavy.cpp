// SPDX-License-Identifier: GPL-3.0-or-later
// bench_heavy [ONE]: the peak memory of importing files whose rows are few and huge, or whose pages, titles and stages are very many; each in
// a process of its own. Exit 1 when something fails; a value beside its target only tells.
#include "tests/bench/import_child.h"
#include "tests/bench/measured.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace pfx;
using bench::result;

namespace {

using Row = std::function<QByteArray(int)>;

struct Case
{
    const char *name;
    QByteArray head, separator, tail;
    int rows;
    Row row;
    const char *target = "<= 150";
};

QByteArray contact(int i, const QByteArray &inside)
{
    const QByteArray id = QByteArray::number(i + 1);
    return "{\"id\":" + id + ",\"name\":\"C" + id + '"' + inside + '}';
}

Row phones(int count, const QByteArray &prefix)
{
    return [count, prefix](int i) {
        QByteArray values;
        for (int j = 0; j < count; ++j)
            values += (j == 0 ? "{\"value\":\"" : ",{\"value\":\"") + prefix + QByteArray::number(10'000'000 + i * count + j) + "\"}";
        return contact(i, ",\"custom_fields_values\":[{\"field_code\":\"PHONE\",\"values\":[" + values + "]}]");
    };
}

Row blob(int bytes)
{
    return [text = QByteArray(bytes, 'x')](int i) { return contact(i, ",\"blob\":\"" + text + '"'); };
}

QByteArray titled(int i)
{
    const QByteArray id = QByteArray::number(i + 1);
    return "{\"id\":" + id + ",\"name\":\"D\",\"company\":{\"name\":\"Фирма номер " + id + " в городе\"}}";
}

Case contacts(const char *name, int rows, Row row)
{
    return {name, "{\"contacts\":[", ",", "]}", rows, std::move(row)};
}

Case stages(const char *name, int rows)
{
    return {name, R"({"pipelines":[{"id":1,"name":"P","statuses":[)", ",", "]}]}", rows, [](int i) {
                return "{\"id\":" + QByteArray::number(i + 1000) + ",\"name\":\"Этап " + QByteArray::number(i) + "\"}";
            }};
}

std::vector<Case> cases()
{
    return {contacts("52 MB: 1,000 contacts with 2,100 phones", 1000, phones(2100, "+799")),
            contacts("60 MB: 300 contacts with 9,000 phones nobody understands", 300, phones(9000, "x")),
            contacts("50 MB: 1,000 contacts with 50 kB of something", 1000, blob(50'000)),
            contacts("200 MB: 1,000 contacts with 200 kB of something", 1000, blob(200'000)),
            {"50 MB: 500,000 deals with a company each", "{\"deals\":[", ",", "]}", 500'000, titled},
            contacts("60 MB: one name", 1, [](int) { return "{\"id\":1,\"name\":\"" + QByteArray(60'000'000, 'x') + "\"}"; }),
            {"12 MB: 200,000 pages of one record", "", "\n", "\n", 200'000,
             [](int i) { return "{\"_embedded\":{\"contacts\":[" + contact(i, {}) + "]}}"; }},
            {"15 MB: one name, the longest that is read", "{\"contacts\":[", ",", "]}", 1,
             [](int) { return "{\"id\":1,\"name\":\"" + QByteArray(15'000'000, 'x') + "\"}"; }, "(a value in its copies)"}};
}

base::Result<bench::Run> importCase(const Case &one, const QString &folder)
{
    const QString path = folder + QStringLiteral("/heavy.json"), db = folder + QStringLiteral("/heavy.sqlite");
    QFile::remove(db);
    QFile file(path);
    bool good = file.open(QIODevice::WriteOnly) && file.write(one.head) == one.head.size();
    for (int i = 0; i < one.rows; ++i) {
        const QByteArray row = (i == 0 ? QByteArray() : one.separator) + one.row(i);
        good = good && file.write(row) == row.size();
    }
    good = good && file.write(one.tail) == one.tail.size();
    file.close();
    if (!good)
        return base::fail(base::ErrorCode::Storage, file.errorString(), path);
    return bench::child(QStringLiteral("sqlite:") + db, path);
}

base::Result<void> measure(const QString &only)
{
    const QTemporaryDir folder;
    for (const Case &one : cases()) {
        const QString name = QString::fromUtf8(one.name);
        if (!name.contains(only))
            continue;
        PFX_ASSIGN(const bench::Run run, importCase(one, folder.path()));
        result(QStringLiteral("peak memory, ") + name, run.peakMb, QStringLiteral("MB"), QString::fromLatin1(one.target));
        result(QStringLiteral("time, ") + name, run.ms / 1000, QStringLiteral("s"));
    }
    if (!only.isEmpty() && !QStringLiteral("stages").contains(only))
        return {};
    PFX_ASSIGN(const bench::Run few, importCase(stages("5,000 stages", 5000), folder.path()));
    PFX_ASSIGN(const bench::Run many, importCase(stages("20,000 stages", 20'000), folder.path()));
    result(QStringLiteral("time, 20,000 stages"), many.ms / 1000, QStringLiteral("s"));
    result(QStringLiteral("20,000 stages / 5,000 stages"), many.ms / few.ms, QStringLiteral("x"), QStringLiteral("<= 6"));
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto done = arguments.value(0) == QLatin1String("child") ? bench::importOnce(arguments.value(1), arguments.value(2)) : measure(arguments.value(0));
    if (done)
        return 0;
    std::fprintf(stderr, "bench_heavy: %s %s %s\n", qPrintable(base::name(done.error().code)), qPrintable(done.error().detail), qPrintable(done.error().where));
    return 1;
}
