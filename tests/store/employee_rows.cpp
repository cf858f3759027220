// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/employee_rows.h"

namespace pfx::test {

using base::Result;
using store::RowBlock;
using store::Value;

RowBlock employees(std::vector<Value> cells)
{
    return {s("employees"), {s("id"), s("name"), s("email"), s("search_key"), s("created_at")}, std::move(cells)};
}

Result<void> insertNumbered(store::Connection &db, qint64 first, qint64 count)
{
    std::vector<Value> cells;
    for (qint64 id = first; id < first + count; ++id)
        cells.insert(cells.end(), {id, QStringLiteral("employee %1").arg(id), Value(), QStringLiteral("key %1").arg(id), id * 10});
    return db.insert(employees(std::move(cells)));
}

void addAwkwardTexts()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QString>("text");
    const QVector<std::pair<const char *, QString>> texts{
        {"plain", s("plain")}, {"empty", s("")}, {"Cyrillic and emoji", s("Ёлка 🎄 Щука")}, {"quotes", s("O'Neil \"x\" \\ ; --")},
        {"a colon and a name", s("a :name b")}, {"right to left", s("\u05d0\u05d1")}, {"tabs and lines", s("a\tb\r\nc\\N")}};
    for (const auto &backend : backends()) {
        for (const auto &[name, text] : texts)
            QTest::addRow("%s %s", name, backend.suffix.constData()) << backend.backend << text;
    }
}

} // namespace pfx::test
