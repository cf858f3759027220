// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/migration/import_fixture.h"

#include "core/crm/employees.h"

namespace pfx::test {

using base::Result;

const char *const amoExample = R"({
  "contacts": [{"id": 123, "name": "Иван Иванов", "first_name": "Иван", "last_name": "Иванов",
    "custom_fields_values": [
      {"field_id": 1, "field_name": "Email", "values": [{"value": "ivan@example.com"}]},
      {"field_id": 2, "field_name": "Phone", "values": [{"value": "+79991234567"}]}]}],
  "deals": [{"id": 456, "name": "Продажа товара", "price": 100000, "status_id": 12345, "pipeline_id": 1, "contacts": [{"id": 123}]}],
  "pipelines": [{"id": 1, "name": "Основная воронка", "statuses": [
      {"id": 12345, "name": "Первичный контакт", "color": "#3B82F6"},
      {"id": 12346, "name": "Коммерческое предложение", "color": "#10B981"}]}]
})";

const char *const bitrixExample = R"({
  "contacts": [{"ID": "123", "NAME": "Иван", "LAST_NAME": "Иванов", "EMAIL": [{"VALUE": "ivan@example.com", "VALUE_TYPE": "WORK"}],
    "PHONE": [{"VALUE": "+79991234567", "VALUE_TYPE": "WORK"}], "COMPANY_TITLE": "ООО Компания", "POST": "Менеджер"}],
  "deals": [{"ID": "456", "TITLE": "Продажа товара", "OPPORTUNITY": "100000", "CURRENCY_ID": "RUB", "STAGE_ID": "NEW",
    "CONTACT_ID": "123"}],
  "stages": [{"STATUS_ID": "NEW", "NAME": "Новая", "COLOR": "#3B82F6"}]
})";

QString addEmployee(store::Store &store, const QString &name, const QString &email)
{
    crm::Employee employee;
    employee.name = name;
    employee.email = email;
    return errorText(store.writer().run([&employee](store::Connection &db) -> Result<void> {
        PFX_TRY(crm::employees::add(db, employee, 1));
        return {};
    }));
}

migration::ImportOptions amoOptions()
{
    migration::ImportOptions options;
    options.defaultEmployee = QStringLiteral("admin@example.com");
    return options;
}

migration::ImportOptions bitrixOptions()
{
    migration::ImportOptions options = amoOptions();
    options.system = records::System::Bitrix24;
    return options;
}

QString writeFile(const QString &folder, const QString &name, const QByteArray &text)
{
    const QString path = folder + QLatin1Char('/') + name;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

Result<migration::RunReport> importFile(store::Store &store, const QString &path, const migration::ImportOptions &options)
{
    migration::RunControl control;
    return importFile(store, path, options, control);
}

Result<migration::RunReport> importFile(store::Store &store, const QString &path, const migration::ImportOptions &options,
                                        migration::RunControl &control, const migration::Importer::Progress &progress)
{
    const base::SystemClock clock;
    PFX_ASSIGN(const auto source, migration::openFile(path, options.system));
    return migration::Importer(store, clock, migration::StoreUse::Exclusive).run(path, *source, options, control, progress);
}

QByteArray richFile(int contacts, int deals)
{
    QByteArray json = R"({"contacts":[)";
    for (int i = 0; i < contacts; ++i) {
        if (i > 0)
            json += ',';
        const QByteArray n = QByteArray::number(i);
        if (i % 13 == 5) {
            json += R"({"id":)" + n + R"(,"name":{"broken":true}})";
            continue;
        }
        const QByteArray phone = "+7999" + QByteArray::number(1000000 + (i % 11 == 7 ? i - 1 : i));
        json += R"({"id":)" + n + R"(,"name":"Контакт )" + n + R"(","company":{"name":"ООО «Фирма )" + QByteArray::number(i % 5)
                + R"(»"},"custom_fields_values":[{"field_id":2,"field_name":"Phone","values":[{"value":")" + phone
                + R"("}]},{"field_id":9,"field_name":"Размер","values":[{"value":"XL"}]}]})";
    }
    json += R"(],"deals":[)";
    for (int i = 0; i < deals; ++i) {
        if (i > 0)
            json += ',';
        json += R"({"id":)" + QByteArray::number(i) + R"(,"name":"Сделка )" + QByteArray::number(i) + R"(","price":)"
                + QByteArray::number(i * 10) + R"(,"pipeline_id":1,"status_id":)" + QByteArray::number(10 + i % 4)
                + R"(,"contacts":[{"id":)" + QByteArray::number(i * 2) + "}]}";
    }
    json += R"(],"pipelines":[{"id":1,"name":"Воронка","statuses":[{"id":10,"name":"А"},{"id":11,"name":"Б","color":"#FF0000"}]}]})";
    return json;
}

Result<migration::RunReport> resumeRun(store::Store &store, qint64 run)
{
    const base::SystemClock clock;
    migration::RunControl control;
    return migration::Importer(store, clock, migration::StoreUse::Exclusive).resume(run, control, {});
}

QString dump(store::Store &store, Dump what)
{
    struct Table
    {
        const char *name, *columns, *order;
    };
    static const Table tables[] = {
        {"id_blocks", "table_name, next_id", "table_name"},
        {"origin_accounts", "id, source, account", "id"},
        {"pipelines", "id, name, position, version", "id"},
        {"stages", "id, pipeline_id, name, color, semantics, position, placeholder, version", "id"},
        {"companies", "id, title, owner_id, tags, custom, unknown, title_key, version", "id"},
        {"contacts", "id, name, first_name, middle_name, last_name, position, company_id, owner_id, tags, custom, unknown, search_key,"
                     " source_created_at, source_changed_at, version", "id"},
        {"points", "entity_kind, entity_id, position, kind, value, normalized, extension, type", "entity_kind, entity_id, position"},
        {"deals", "id, title, amount, amount_key, currency, pipeline_id, stage_id, company_id, owner_id, source, type, loss_reason,"
                  " tags, custom, unknown, version", "id"},
        {"deal_contacts", "deal_id, contact_id, is_main, position", "deal_id, contact_id"},
        {"origins", "account_id, kind, external_id, entity_id", "account_id, kind, external_id"},
        {"import_runs", "id, state, counters", "id"},
        {"import_rows", "run_id, row_no, kind, external_id, place, decision, reason, entity_id, version, title, detail, raw",
         "run_id, row_no"},
        {"import_problems", "run_id, problem_no, row_no, kind, external_id, place, severity, code, arguments", "run_id, problem_no"}};
    const auto db = store.connect();
    if (!db)
        return errorText(db);
    QString out;
    for (const Table &table : tables) {
        const QString name = QLatin1String(table.name);
        if (what == Dump::WithoutRuns && (name.startsWith(QLatin1String("import_")) || name == QLatin1String("id_blocks")))
            continue;
        const QStringList columns = QString::fromLatin1(table.columns).split(QStringLiteral(", "));
        const auto rows = (*db)->select(QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
                                            .arg(QLatin1String(table.columns), name, QLatin1String(table.order)));
        if (!rows)
            return errorText(rows);
        for (const store::Row &row : *rows) {
            out += name;
            for (const QString &column : columns)
                out += QLatin1Char('|') + (row.isNull(column) ? QStringLiteral("NULL") : row.text(column));
            out += QLatin1Char('\n');
        }
    }
    return out;
}

QString text(const migration::Counters &counters)
{
    return QStringLiteral("%1 %2 %3 %4 %5").arg(counters.read).arg(counters.created).arg(counters.updated).arg(counters.skipped)
        .arg(counters.failed);
}

QStringList codes(const migration::RunReport &report)
{
    QStringList list;
    for (const migration::Problem &problem : report.problems)
        list.append(migration::name(problem.code));
    return list;
}

qint64 countOf(store::Store &store, const QString &table)
{
    return read(store, QStringLiteral("SELECT COUNT(*) AS v FROM ") + table).toLongLong();
}

} // namespace pfx::test
