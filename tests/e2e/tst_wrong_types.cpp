// SPDX-License-Identifier: GPL-3.0-or-later
// Each value of a good record replaced in turn by a value of each other type of JSON: the row is imported without it or reported with
// its place, and the rows around it are imported.
#include "tests/e2e/bad_input.h"

#include <QJsonDocument>
#include <QtTest>

using namespace pfx::test;

namespace {

struct Variant
{
    QByteArray row;
    QString path; ///< As messages write it: custom_fields_values[0].values
    QJsonValue old;
    QJsonValue now;
};

const QJsonValue replacements[] = {QJsonValue(QJsonValue::Null), QJsonValue(true), QJsonValue(7), QJsonValue(QStringLiteral("x")),
                                   QJsonValue(QJsonArray{QJsonArray{1}}), QJsonValue(QJsonObject{{QStringLiteral("a"), QJsonObject{{QStringLiteral("b"), 1}}}})};

/// `with` gives the whole record with another value in this place.
void vary(const QJsonValue &value, const QString &path, const std::function<QJsonValue(const QJsonValue &)> &with, QVector<Variant> &out)
{
    for (const QJsonValue &other : replacements) {
        if (!path.isEmpty() && other.type() != value.type())
            out.append({QJsonDocument(with(other).toObject()).toJson(QJsonDocument::Compact), path, value, other});
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString &key : object.keys()) {
            const auto inside = [&](const QJsonValue &other) {
                QJsonObject changed = object;
                changed[key] = other;
                return with(changed);
            };
            vary(object[key], path.isEmpty() ? key : path + u'.' + key, inside, out);
        }
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto inside = [&](const QJsonValue &other) {
            QJsonArray changed = array;
            changed[i] = other;
            return with(changed);
        };
        vary(array[i], path + QStringLiteral("[%1]").arg(i), inside, out);
    }
}

bool isContainer(const QJsonValue &value)
{
    return value.isArray() || value.isObject();
}

QByteArray amocrm(const QString &section)
{
    if (section == QLatin1String("deals"))
        return R"({"id":1,"name":"Окна","price":100,"currency":"RUB","status_id":11,"pipeline_id":3,"responsible_user_id":5,"created_at":1585299171,
            "updated_at":1590683337,"closed_at":1590683337,"source":"Сайт","type":"Продажа","loss_reason":[{"id":4,"name":"Дорого"}],
            "contacts":[{"id":7,"is_main":true}],"is_deleted":false,"custom_fields_values":[{"field_id":9,"field_name":"Цвет","field_type":"text","values":[{"value":"синий"}]}],
            "_embedded":{"tags":[{"id":1,"name":"VIP"}],"companies":[{"id":10}]}})";
    if (section == QLatin1String("pipelines"))
        return R"({"id":1,"name":"Продажи","sort":1,"statuses":[{"id":11,"name":"Новая","sort":10,"color":"#3B82F6"}],"_embedded":{"statuses":[{"id":12,"name":"Дело"}]}})";
    if (section == QLatin1String("companies"))
        return R"({"id":1,"name":"ООО Лето","responsible_user_id":5,"created_at":1585299171,"updated_at":1585299171,
            "custom_fields_values":[{"field_id":3,"field_code":"PHONE","values":[{"value":"+74950000000"}]}],"_embedded":{"tags":[{"id":1,"name":"VIP"}]}})";
    return R"({"id":1,"name":"Анна Ким","first_name":"Анна","last_name":"Ким","responsible_user_id":5,"created_at":1585299171,"updated_at":1585299171,
        "is_deleted":false,"account_id":28805383,"custom_fields_values":[{"field_id":3,"field_name":"Телефон","field_code":"PHONE","field_type":"multitext",
        "values":[{"value":"+79991234567","enum_id":1,"enum_code":"WORK"}]},{"field_id":4,"field_name":"Должность","values":[{"value":"Директор"}]}],
        "_links":{"self":{"href":"https://name.amocrm.ru/api/v4/contacts/1"}},"_embedded":{"tags":[{"id":1,"name":"VIP"}],"companies":[{"id":1}]}})";
}

QByteArray bitrix24(const QString &section)
{
    if (section == QLatin1String("deals"))
        return R"({"ID":"1","TITLE":"Окна","TYPE_ID":"SALE","CATEGORY_ID":"0","STAGE_ID":"NEW","STAGE_SEMANTIC_ID":"P","OPPORTUNITY":"100.50","CURRENCY_ID":"RUB",
            "COMPANY_ID":"4","CONTACT_ID":"7","CONTACT_IDS":["7","8"],"CLOSEDATE":"2024-08-15T03:00:00+03:00","CLOSED":"N","ASSIGNED_BY_ID":"5",
            "DATE_CREATE":"2024-08-15T10:38:21+02:00","SOURCE_ID":"WEB","IS_RECURRING":"N","UF_CRM_COLOUR":["синий"],"TAGS":["VIP"]})";
    if (section == QLatin1String("stages"))
        return R"({"STATUS_ID":"NEW","ENTITY_ID":"DEAL_STAGE","NAME":"Новая","SORT":"10","CATEGORY_ID":"0","COLOR":"#3B82F6","SEMANTICS":"","EXTRA":{"SEMANTICS":"process","COLOR":"#3B82F6"}})";
    if (section == QLatin1String("companies"))
        return R"({"ID":"1","TITLE":"ООО Лето","COMPANY_TYPE":"CUSTOMER","ASSIGNED_BY_ID":"5","PHONE":[{"VALUE":"+74950000000","VALUE_TYPE":"WORK"}]})";
    return R"({"ID":"1","NAME":"Анна","SECOND_NAME":"Ивановна","LAST_NAME":"Ким","POST":"Директор","COMPANY_ID":"4","COMPANY_TITLE":"ООО Лето","ASSIGNED_BY_ID":"5",
        "DATE_CREATE":"2024-08-15T10:38:21+02:00","DATE_MODIFY":"2024-08-15T10:38:21+02:00","HAS_PHONE":"Y","PHONE":[{"ID":"156","VALUE":"+79991234567","VALUE_TYPE":"WORK","TYPE_ID":"PHONE"}],
        "EMAIL":[{"VALUE":"anna@example.com","VALUE_TYPE":"HOME"}],"UF_CRM_COLOUR":"синий","TAGS":["VIP"]})";
}

} // namespace

class WrongTypes : public QObject
{
    Q_OBJECT

private slots:
    void loseAtMostTheirRow_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("section");
        for (const char *section : {"contacts", "companies", "deals", "pipelines"})
            QTest::addRow("in amoCRM's %s", section) << QStringLiteral("amocrm") << QString::fromLatin1(section);
        for (const char *section : {"contacts", "companies", "deals", "stages"})
            QTest::addRow("in Bitrix24's %s", section) << QStringLiteral("bitrix24") << QString::fromLatin1(section);
    }

    void loseAtMostTheirRow()
    {
        QFETCH(QString, source);
        QFETCH(QString, section);
        const bool isAmocrm = source == QLatin1String("amocrm");
        const QJsonObject good = QJsonDocument::fromJson(isAmocrm ? amocrm(section) : bitrix24(section)).object();
        QVERIFY(!good.isEmpty());
        const QVector<Variant> variants = variantsOf(good, isAmocrm ? QStringLiteral("id") : section == QLatin1String("stages") ? QStringLiteral("STATUS_ID") : QStringLiteral("ID"));
        QVERIFY(variants.size() > 30);
        QByteArray text = "{\"" + section.toLatin1() + "\":[\n";
        for (const Variant &variant : variants)
            text += variant.row + ",\n";
        text += QJsonDocument(good).toJson(QJsonDocument::Compact) + "]}";

        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.file(QStringLiteral("source"), text), source);
        QVERIFY2(run.status == 3, run.out + run.messages);
        const QHash<qsizetype, QString> failed = failures(run.object(), section);
        for (qsizetype i = 0; i < variants.size(); ++i) {
            const Variant &variant = variants[i];
            const QString message = failed.value(i);
            const QString what = QStringLiteral("%1: %2").arg(variant.path, QString::fromUtf8(variant.row));
            // What is reported is reported where it stands: its place, or that of the part of it that a row cannot do with.
            if (!message.isEmpty())
                QVERIFY2(message.startsWith(QStringLiteral("%1[%2].%3").arg(section).arg(i).arg(variant.path)), qPrintable(message + u'\n' + what));
            // Null is nothing, and one scalar is read as another; only an id must be there.
            if (variant.now.isNull() || (!isContainer(variant.old) && !isContainer(variant.now)))
                QVERIFY2(message.isEmpty() || strict(variant.path), qPrintable(message + u'\n' + what));
            else
                QVERIFY2(!message.isEmpty() || mayBeAnything(variant.path), qPrintable(what));
        }
        QVERIFY(!failed.contains(variants.size()));
        const QJsonObject counters = run.object()[isAmocrm || section != QLatin1String("stages") ? section : QStringLiteral("pipelines")].toObject();
        if (section != QLatin1String("stages") && section != QLatin1String("pipelines")) {
            QCOMPARE(counters[QStringLiteral("failed")].toInt(), static_cast<int>(failed.size()));
            QCOMPARE(ctl.json({section == QLatin1String("companies") ? QStringLiteral("company") : section.chopped(1), QStringLiteral("list"),
                               QStringLiteral("--limit"), QStringLiteral("1000")}).array().size(),
                     counters[QStringLiteral("created")].toInt());
        }
        QCOMPARE(ctl.run({QStringLiteral("store"), QStringLiteral("check")}).status, 0);
    }

private:
    /// What is kept as it is written, not read at all, or also known in another form: a link as a bare id or a name, a phone as a text.
    static bool mayBeAnything(const QString &path)
    {
        static const QRegularExpression known(QStringLiteral(
            "^(_links.*|account_id|.*\\.enum_(code|id)|.*values\\[\\d\\](\\.value)?|.*tags\\[\\d\\](\\.id)?|.*companies(\\[\\d\\])?|contacts\\[\\d\\]|"
            "loss_reason(\\[\\d\\])?|source|COMPANY_TYPE|HAS_PHONE|(PHONE|EMAIL)(\\[\\d\\](\\.(ID|TYPE_ID))?)?|UF_.*|EXTRA\\.COLOR|TAGS|CONTACT_IDS\\[\\d\\])$"));
        return known.match(path).hasMatch();
    }

    /// Each with an id of its own, so that all of them are records.
    static QVector<Variant> variantsOf(const QJsonObject &good, const QString &id)
    {
        QVector<Variant> variants;
        vary(good, {}, [](const QJsonValue &whole) { return whole; }, variants);
        for (qsizetype i = 0; i < variants.size(); ++i) {
            if (variants[i].path == id)
                continue;
            QJsonObject row = QJsonDocument::fromJson(variants[i].row).object();
            row[id] = row[id].isString() ? QJsonValue(QString::number(1000 + i)) : QJsonValue(1000 + i);
            variants[i].row = QJsonDocument(row).toJson(QJsonDocument::Compact);
        }
        return variants;
    }

    /// Messages of failed rows by their number.
    static QHash<qsizetype, QString> failures(const QJsonObject &report, const QString &section)
    {
        QHash<qsizetype, QString> failed;
        static const QRegularExpression place(QStringLiteral("^(\\w+)\\[(\\d+)\\]"));
        for (const QJsonValue &problem : report[QStringLiteral("problems")].toArray()) {
            const QString message = problem[QStringLiteral("message")].toString();
            const auto match = place.match(message);
            if (problem[QStringLiteral("severity")].toString() == QLatin1String("error") && match.captured(1) == section)
                failed.insert(match.captured(2).toLongLong(), message);
        }
        return failed;
    }

    /// Scalars that are not read as another one.
    static bool strict(const QString &path)
    {
        return path.endsWith(QLatin1String("id"), Qt::CaseInsensitive) || path.endsWith(QLatin1String("_at")) || path.startsWith(QLatin1String("DATE_")) || path == QLatin1String("CLOSEDATE");
    }
};

QTEST_GUILESS_MAIN(WrongTypes)
#include "tst_wrong_types.moc"
