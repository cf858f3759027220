// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/record_list.h"

#include "app/ctl/context.h"
#include "app/ctl/json_crm.h"
#include "app/ctl/record_pages.h"
#include "app/ctl/table.h"
#include "core/base/text_keys.h"
#include "core/crm/repository.h"

#include <QCoreApplication>

#include <algorithm>

namespace pfx::ctl {

using base::Result;
using records::Kind;

namespace {

Result<PagesQuery> pagesQuery(Kind kind, const QCommandLineParser &options)
{
    PagesQuery query;
    query.kind = kind;
    query.search = options.value(QStringLiteral("query"));
    if (options.isSet(QStringLiteral("limit"))) {
        PFX_ASSIGN(query.limit, numberArgument(options.value(QStringLiteral("limit"))));
    }
    if (options.isSet(QStringLiteral("after"))) {
        PFX_ASSIGN(query.after, numberArgument(options.value(QStringLiteral("after"))));
    }
    return query;
}

Result<QVector<crm::Pipeline>> pipelines(store::Connection &db, const PagesQuery &query)
{
    PFX_ASSIGN(QVector<crm::Pipeline> all, crm::loadPipelines(db));
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    const QString key = base::searchKey(query.search);
    QVector<crm::Pipeline> found;
    for (const crm::Pipeline &pipeline : all) {
        if (query.limit >= 0 && found.size() >= query.limit)
            break;
        if (pipeline.id > query.after && base::searchKey(pipeline.name).contains(key))
            found.append(pipeline);
    }
    return found;
}

Result<void> printPipelines(Context &context, store::Connection &db, const PagesQuery &query)
{
    PFX_ASSIGN(const QVector<crm::Pipeline> found, pipelines(db, query));
    if (context.json()) {
        JsonWriter json;
        json.array([&] {
            for (const crm::Pipeline &pipeline : found)
                json::write(json, pipeline);
        });
        context.out(json.take() + '\n');
        return {};
    }
    Table table;
    for (const crm::Pipeline &pipeline : found) {
        QStringList stages;
        for (const crm::Stage &stage : pipeline.stages)
            stages.append(stage.name);
        table.row({QString::number(pipeline.id), pipeline.name, stages.join(QStringLiteral(" → "))});
    }
    context.out(table.text());
    return {};
}

Result<void> printJson(Context &context, store::Connection &db, const PagesQuery &query)
{
    JsonWriter json;
    json.beginArray();
    const auto print = [&](const QVector<qint64> &ids) -> Result<void> {
        PFX_TRY(writeRecords(json, db, query.kind, ids));
        context.out(json.take());
        return {};
    };
    PFX_TRY(forEachPage(db, query, print));
    json.endArray();
    context.out(json.take() + '\n');
    return {};
}

/// For people: the columns of the CSV that fit a terminal.
Result<void> printTable(Context &context, store::Connection &db, const PagesQuery &query)
{
    return forEachPage(db, query, [&](const QVector<qint64> &ids) -> Result<void> {
        PFX_ASSIGN(const QVector<QStringList> rows, csvRows(db, query.kind, ids));
        Table table;
        for (const QStringList &row : rows) {
            if (query.kind == Kind::Contact)
                table.row({row[0], row[1], row[7], row[8], row[5]});
            else if (query.kind == Kind::Deal)
                table.row({row[0], row[1], row[2], row[3], row[4], row[5], row[7]});
            else
                table.row({row[0], row[1], row[3], row[4]});
        }
        context.out(table.text());
        return {};
    });
}

} // namespace

QStringList RecordList::words() const
{
    return {records::name(m_kind), QStringLiteral("list")};
}

QString RecordList::description() const
{
    switch (m_kind) {
    case Kind::Company:
        return QCoreApplication::translate("Ctl", "Lists the companies.");
    case Kind::Deal:
        return QCoreApplication::translate("Ctl", "Lists the deals.");
    case Kind::Pipeline:
        return QCoreApplication::translate("Ctl", "Lists the pipelines with their stages.");
    default:
        return QCoreApplication::translate("Ctl", "Lists the contacts.");
    }
}

void RecordList::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("query"), QCoreApplication::translate("Ctl", "Part of a name, a phone or an e-mail."),
                      QStringLiteral("Q")});
    parser.addOption({QStringLiteral("limit"), QCoreApplication::translate("Ctl", "At most so many."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("after"), QCoreApplication::translate("Ctl", "Only those with a greater number."),
                      QStringLiteral("ID")});
}

Result<Exit> RecordList::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const PagesQuery query, pagesQuery(m_kind, options));
    PFX_ASSIGN(store::Connection *const db, context.db());
    if (m_kind == Kind::Pipeline)
        PFX_TRY(printPipelines(context, *db, query));
    else if (context.json())
        PFX_TRY(printJson(context, *db, query));
    else
        PFX_TRY(printTable(context, *db, query));
    return Exit::Done;
}

} // namespace pfx::ctl
