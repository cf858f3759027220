// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/export_records.h"

#include "app/ctl/context.h"
#include "app/ctl/record_pages.h"
#include "core/formats/csv_line.h"
#include "core/mailing/list_export.h"
#include "core/mailing/list_table.h"
#include "core/orders/order_json.h"
#include "core/orders/repository.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cerrno>

namespace pfx::ctl {

using base::ErrorCode;
using base::Result;
using formats::csvLine;
using records::Kind;

namespace {

using Sink = std::function<Result<void>(const QByteArray &)>;

QString s(const char *name)
{
    return QString::fromLatin1(name);
}

Result<void> writeJson(store::Connection &db, const PagesQuery &query, const Sink &sink)
{
    JsonWriter json;
    json.beginArray();
    const auto print = [&](const QVector<qint64> &ids) -> Result<void> {
        PFX_TRY(writeRecords(json, db, query.kind, ids));
        return sink(json.take());
    };
    PFX_TRY(forEachPage(db, query, print));
    json.endArray();
    return sink(json.take() + '\n');
}

Result<void> writeCsv(store::Connection &db, const PagesQuery &query, const Sink &sink)
{
    PFX_TRY(sink(csvLine(csvHeader(query.kind))));
    return forEachPage(db, query, [&](const QVector<qint64> &ids) -> Result<void> {
        PFX_ASSIGN(const QVector<QStringList> rows, csvRows(db, query.kind, ids));
        QByteArray lines;
        for (const QStringList &row : rows)
            lines += csvLine(row);
        return sink(lines);
    });
}

/// What is to be written, whatever it goes into.
using Document = std::function<Result<void>(const Sink &)>;

enum class Form { Csv, Json };

Document recordsDocument(store::Connection &db, Kind kind, Form form)
{
    PagesQuery query;
    query.kind = kind;
    return [&db, query, form](const Sink &sink) { return form == Form::Json ? writeJson(db, query, sink) : writeCsv(db, query, sink); };
}

QStringList orderCells(const orders::Order &order)
{
    const QJsonObject json = orders::toJson(order);
    const auto packed = [&json](const QString &member) {
        const QJsonValue value = json.value(member);
        const bool none = value.toArray().isEmpty() && value.toObject().isEmpty();
        return none ? QString() : QString::fromUtf8((value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                                                        .toJson(QJsonDocument::Compact));
    };
    const auto text = [&json](const QString &member) { return json.value(member).toVariant().toString(); };
    return {order.number, order.client.name, order.client.phone, order.client.email, order.address, text(s("visit_at")),
            packed(s("items")), order.total, order.currency, order.comment, text(s("status")), packed(s("extra")),
            order.planfixId > 0 ? QString::number(order.planfixId) : QString(), orders::isoTime(order.createdAt),
            orders::isoTime(order.changedAt)};
}

/// Newest first, as the lists have them.
Document ordersDocument(store::Connection &db, Form form)
{
    return [&db, form](const Sink &sink) -> Result<void> {
        PFX_TRY(sink(form == Form::Json ? QByteArray("[")
                                        : csvLine({s("number"), s("client_name"), s("client_phone"), s("client_email"), s("address"),
                                                   s("visit_at"), s("items"), s("total"), s("currency"), s("comment"), s("status"),
                                                   s("extra"), s("planfix_id"), s("created_at"), s("changed_at")})));
        constexpr int page = 500;
        QByteArray between;
        for (qint64 before = 0;;) {
            PFX_ASSIGN(const auto rows, orders::list(db, {}, before, page));
            QByteArray bytes;
            for (const orders::Order &order : rows) {
                if (form == Form::Json)
                    bytes += std::exchange(between, ",") + QJsonDocument(orders::toJson(order)).toJson(QJsonDocument::Compact);
                else
                    bytes += csvLine(orderCells(order));
            }
            PFX_TRY(sink(bytes));
            if (rows.size() < page)
                return form == Form::Json ? sink("]\n") : Result<void>();
            before = rows.last().id;
        }
    };
}

Result<Document> listDocument(Context &context, store::Connection &db, const QString &list, Form form)
{
    if (list.isEmpty())
        return usage(QCoreApplication::translate("Ctl", "%1 is missing").arg(QStringLiteral("--list LIST")));
    PFX_ASSIGN(const mailing::MailingList found, mailing::findList(db, list));
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    // Without a keychain there are no links, but there is a list.
    const auto key = secrets->read(QStringLiteral("mailing.unsubscribe-key"));
    PFX_ASSIGN(const QString publicUrl, settings::value(db, QStringLiteral("server.public-url")));
    const mailing::ExportLinks links{publicUrl, mailing::UnsubscribeLinks(key && *key ? (*key)->reveal().toUtf8() : QByteArray())};
    if (publicUrl.isEmpty() || !links.links.areUsable())
        context.message(QCoreApplication::translate(
            "Ctl", "Without server.public-url and the secret mailing.unsubscribe-key there are no links to unsubscribe."));
    return Document([&db, id = found.id, links, form](const Sink &sink) {
        return form == Form::Json ? mailing::exportListJson(db, id, links, sink) : mailing::exportListCsv(db, id, links, sink);
    });
}

base::Failure notWritten(const QFileDevice &file)
{
    const bool full = errno == ENOSPC;
    return base::fail(full ? ErrorCode::StorageFull : ErrorCode::Validation, file.errorString(), file.fileName());
}

Exit written(Context &context, const QString &path)
{
    if (context.json()) {
        const QFileInfo info(path);
        JsonWriter json;
        json.object([&] {
            json.member("file", info.absoluteFilePath());
            json.member("bytes", info.size());
        });
        context.out(json.take() + '\n');
    }
    return Exit::Done;
}

} // namespace

QStringList ExportRecords::words() const
{
    return {QStringLiteral("export")};
}

QStringList ExportRecords::arguments() const
{
    return {QStringLiteral("contacts|companies|deals|orders|mailing-list")};
}

QString ExportRecords::description() const
{
    return QCoreApplication::translate("Ctl", "Writes all contacts, companies, deals or orders, or a mailing list.");
}

void ExportRecords::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("format"), QCoreApplication::translate("Ctl", "Form of the document (csv)."),
                      QStringLiteral("csv|json")});
    parser.addOption({QStringLiteral("list"), QCoreApplication::translate("Ctl", "Number or name of the mailing list."),
                      QStringLiteral("LIST")});
    parser.addOption({QStringLiteral("output"), QCoreApplication::translate("Ctl", "File to write; by itself the standard output."),
                      QStringLiteral("FILE")});
}

Result<Exit> ExportRecords::run(Context &context, const QCommandLineParser &options)
{
    const QString what = options.positionalArguments().first();
    const QHash<QString, Kind> kinds{{QStringLiteral("contacts"), Kind::Contact},
                                     {QStringLiteral("companies"), Kind::Company},
                                     {QStringLiteral("deals"), Kind::Deal}};
    const bool isList = what == QLatin1String("mailing-list");
    const bool isOrders = what == QLatin1String("orders");
    if (!isList && !isOrders && !kinds.contains(what))
        return usage(
            QCoreApplication::translate("Ctl", "“%1” cannot be exported: contacts, companies, deals, orders or mailing-list can").arg(what));
    PFX_ASSIGN(const QString format, choice(options, QStringLiteral("format"), {QStringLiteral("csv"), QStringLiteral("json")}));
    PFX_ASSIGN(store::Connection *const db, context.db());
    const bool asJson = format == QLatin1String("json") || (context.json() && !options.isSet(QStringLiteral("format")));
    const Form form = asJson ? Form::Json : Form::Csv;
    Document write;
    if (isList) {
        PFX_ASSIGN(write, listDocument(context, *db, options.value(QStringLiteral("list")), form));
    } else if (isOrders) {
        write = ordersDocument(*db, form);
    } else {
        write = recordsDocument(*db, kinds.value(what), form);
    }
    const QString path = options.value(QStringLiteral("output"));
    if (path.isEmpty()) {
        PFX_TRY(write([&context](const QByteArray &bytes) -> Result<void> {
            context.out(bytes);
            return {};
        }));
        return Exit::Done;
    }
    const auto toFile = [&](QFileDevice &file) -> Result<void> {
        if (!file.open(QIODevice::WriteOnly))
            return notWritten(file);
        PFX_TRY(write([&file](const QByteArray &bytes) -> Result<void> {
            if (file.write(bytes) != bytes.size())
                return notWritten(file);
            return {};
        }));
        return file.flush() ? Result<void>() : notWritten(file);
    };
    // Devices and pipes are written to; replacing one by a file would take it away from everybody.
    if (const QFileInfo info(path); info.exists() && !info.isFile() && !info.isDir()) {
        QFile device(path);
        PFX_TRY(toFile(device));
        return written(context, path);
    }
    // A file that is there already is replaced only when the whole export is on the disk.
    QSaveFile file(path);
    PFX_TRY(toFile(file));
    if (!file.commit())
        return notWritten(file);
    return written(context, path);
}

} // namespace pfx::ctl
