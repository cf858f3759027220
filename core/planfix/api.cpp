// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/api.h"

#include "core/planfix/read_entities.h"
#include "core/planfix/write_entities.h"

#include <QJsonArray>

#include <limits>

namespace pfx::planfix {

using base::ErrorCode;
using base::JsonReader;
using base::Result;
using http::Repeat;

namespace {

constexpr int fullPage = 100;
constexpr int everything = std::numeric_limits<int>::max();

const QString taskFieldNames = QStringLiteral("id,name,description,status,processId,template,assigner,counterparty,assignees,dateTime,"
                                              "startDateTime,endDateTime,dateOfLastUpdate,sourceObjectId");
const QString contactFieldNames =
    QStringLiteral("id,name,midname,lastname,email,additionalEmailAddresses,phones,position,isCompany,template");
const QString commentFieldNames = QStringLiteral("id,description,owner,dateTime,changeStatus");
const QString userFieldNames = QStringLiteral("id,name,lastname,email,role,status,phones");
const QString statusFieldNames = QStringLiteral("id,name,color,isActive");
const QString customFieldNames = QStringLiteral("id,name,type,objectType,enumValues,directoryId");
const QString nameFields = QStringLiteral("id,name");

QString withFields(const QString &names, const QVector<qint64> &custom)
{
    QString all = names;
    for (const qint64 field : custom)
        all += QLatin1Char(',') + QString::number(field);
    return all;
}

QUrlQuery fieldsQuery(const QString &fields)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("fields"), fields);
    return query;
}

QJsonArray filtersJson(const QVector<Filter> &filters)
{
    QJsonArray array;
    for (const Filter &filter : filters) {
        QJsonObject object{
            {QStringLiteral("type"), filter.type}, {QStringLiteral("operator"), filter.operation}, {QStringLiteral("value"), filter.value}};
        if (filter.field > 0)
            object.insert(QStringLiteral("field"), filter.field);
        array.append(object);
    }
    return array;
}

/// What Planfix should have said and has not.
base::Error unexpected(const base::Error &error)
{
    return {ErrorCode::BadAnswer, error.detail, error.where};
}

/// The same of a request that changes something: it said success.
base::Error unexpectedOfChange(const base::Error &error)
{
    return {ErrorCode::BadAnswer, error.detail, error.where, base::Effected::Perhaps};
}

QString path(const char *pattern, qint64 id)
{
    return QString::fromLatin1(pattern).arg(id);
}

/// The rows of a page. Without the list there is no telling "none" from an answer that was lost on the way.
Result<QJsonArray> rowsOf(const JsonReader &body, const QStringList &members)
{
    // Several lists bear another name in the schema than in the examples; only one of them is there.
    for (const QString &member : members) {
        if (body.object().value(member).isArray())
            return body.object().value(member).toArray();
    }
    return base::fail(ErrorCode::BadAnswer, QStringLiteral("expected an array"), members.first());
}

} // namespace

template <typename Entity>
Result<QVector<Entity>> Api::all(const Page &page, const QStringList &members, int pageSize, int most,
                                 Result<Entity> (*read)(const JsonReader &))
{
    QVector<Entity> entities;
    if (most <= 0)
        return entities;
    QJsonArray before;
    for (int offset = 0;; offset += pageSize) {
        PFX_ASSIGN(const JsonReader body, page(offset));
        PFX_ASSIGN(const QJsonArray rows, rowsOf(body, members));
        if (offset > 0 && !rows.isEmpty() && rows == before)
            return base::fail(ErrorCode::BadAnswer, QStringLiteral("the same page again"), members.first());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString place = QStringLiteral("%1[%2]").arg(members.first()).arg(offset + i);
            if (!rows[i].isObject())
                return base::fail(ErrorCode::BadAnswer, QStringLiteral("expected an object"), place);
            auto entity = read(JsonReader(rows[i].toObject(), place));
            if (!entity)
                return base::fail(unexpected(entity.error()));
            entities.append(std::move(*entity));
            if (entities.size() == most)
                return entities;
        }
        if (rows.size() < pageSize)
            return entities;
        before = rows;
    }
}

Api::Page Api::postPages(const QString &path, const QJsonObject &body, int pageSize)
{
    return [this, path, body, pageSize](int offset) -> Result<JsonReader> {
        QJsonObject asked = body;
        asked.insert(QStringLiteral("offset"), offset);
        asked.insert(QStringLiteral("pageSize"), pageSize);
        PFX_ASSIGN(auto answer, m_session.post(path, asked, Repeat::Safe, m_stop));
        return answer.body;
    };
}

Api::Page Api::getPages(const QString &path, const QUrlQuery &query, int pageSize)
{
    return [this, path, query, pageSize](int offset) -> Result<JsonReader> {
        QUrlQuery asked = query;
        asked.addQueryItem(QStringLiteral("offset"), QString::number(offset));
        asked.addQueryItem(QStringLiteral("pageSize"), QString::number(pageSize));
        PFX_ASSIGN(auto answer, m_session.get(path, asked, m_stop));
        return answer.body;
    };
}

Result<qint64> Api::create(const QString &path, const QJsonObject &body, const QUrlQuery &query)
{
    PFX_ASSIGN(const auto answer, m_session.post(path, body, Repeat::Never, m_stop, query));
    return answer.body.integer(QStringLiteral("id")).map_error(unexpectedOfChange);
}

Result<Updated> Api::update(const QString &path, const QJsonObject &body, Notice notice)
{
    QUrlQuery query;
    if (notice == Notice::Silent)
        query.addQueryItem(QStringLiteral("silent"), QStringLiteral("true"));
    PFX_ASSIGN(const auto answer, m_session.post(path, body, Repeat::Safe, m_stop, query));
    Updated updated;
    updated.isQueued = answer.isQueued();
    PFX_ASSIGN(updated.failures, readFailures(answer.body).map_error(unexpectedOfChange));
    return updated;
}

Result<JsonReader> Api::object(const QString &path, const QString &fields, const QString &member)
{
    PFX_ASSIGN(const auto answer, m_session.get(path, fieldsQuery(fields), m_stop));
    auto child = answer.body.child(member);
    if (!child)
        return base::fail(unexpected(child.error()));
    if (!*child)
        return base::fail(ErrorCode::BadAnswer, QStringLiteral("expected an object"), member);
    return **child;
}

Result<void> Api::ping()
{
    return m_session.get(QStringLiteral("ping"), {}, m_stop).map([](const Answer &) {});
}

Result<qint64> Api::createTask(const TaskDraft &draft)
{
    return create(QStringLiteral("task/"), toJson(draft));
}

Result<Task> Api::task(qint64 id, const QVector<qint64> &customFields)
{
    PFX_ASSIGN(const JsonReader json, object(path("task/%1", id), withFields(taskFieldNames, customFields), QStringLiteral("task")));
    return readTask(json).map_error(unexpected);
}

Result<Updated> Api::updateTask(qint64 id, const TaskDraft &draft, Notice notice)
{
    return update(path("task/%1", id), toJson(draft), notice);
}

Result<QVector<Task>> Api::tasks(const QVector<Filter> &filters, const QVector<qint64> &customFields, int most)
{
    const QJsonObject body{{QStringLiteral("fields"), withFields(taskFieldNames, customFields)},
                           {QStringLiteral("filters"), filtersJson(filters)}};
    const int pageSize = std::min(most, fullPage);
    return all<Task>(postPages(QStringLiteral("task/list"), body, pageSize), {QStringLiteral("tasks")}, pageSize, most, readTask);
}

Result<QVector<Task>> Api::taskTemplates()
{
    const QUrlQuery query = fieldsQuery(nameFields + QStringLiteral(",processId"));
    return all<Task>(getPages(QStringLiteral("task/templates"), query, fullPage), {QStringLiteral("templates")}, fullPage, everything,
                     readTask);
}

Result<qint64> Api::addComment(qint64 task, const QString &html, Notice notice)
{
    QUrlQuery query;
    if (notice == Notice::Silent)
        query.addQueryItem(QStringLiteral("silent"), QStringLiteral("true"));
    return create(path("task/%1/comments/", task), {{QStringLiteral("description"), html}}, query);
}

Result<QVector<Comment>> Api::comments(qint64 task, int most)
{
    const QJsonObject newestFirst{{QStringLiteral("field"), QStringLiteral("dateTime")},
                                  {QStringLiteral("direction"), QStringLiteral("Desc")}};
    const QJsonObject body{{QStringLiteral("fields"), commentFieldNames},
                           {QStringLiteral("typeList"), QStringLiteral("All")},
                           {QStringLiteral("resultOrder"), QJsonArray{newestFirst}}};
    const int pageSize = std::min(most, fullPage);
    return all<Comment>(postPages(path("task/%1/comments/list", task), body, pageSize), {QStringLiteral("comments")}, pageSize, most,
                        readComment);
}

Result<qint64> Api::createContact(const ContactDraft &draft)
{
    return create(QStringLiteral("contact/"), toJson(draft));
}

Result<Contact> Api::contact(qint64 id, const QVector<qint64> &customFields)
{
    PFX_ASSIGN(const JsonReader json,
               object(path("contact/%1", id), withFields(contactFieldNames, customFields), QStringLiteral("contact")));
    return readContact(json).map_error(unexpected);
}

Result<Updated> Api::updateContact(qint64 id, const ContactDraft &draft, Notice notice)
{
    return update(path("contact/%1", id), toJson(draft), notice);
}

Result<QVector<Contact>> Api::contacts(const QVector<Filter> &filters, int most, bool companies)
{
    const QJsonObject body{{QStringLiteral("fields"), contactFieldNames},
                           {QStringLiteral("isCompany"), companies},
                           {QStringLiteral("filters"), filtersJson(filters)}};
    const int pageSize = std::min(most, fullPage);
    return all<Contact>(postPages(QStringLiteral("contact/list"), body, pageSize), {QStringLiteral("contacts")}, pageSize, most,
                        readContact);
}

Result<QVector<Named>> Api::contactTemplates(bool companies)
{
    QUrlQuery query = fieldsQuery(nameFields);
    query.addQueryItem(QStringLiteral("isCompany"), companies ? QStringLiteral("true") : QStringLiteral("false"));
    return all<Named>(getPages(QStringLiteral("contact/templates"), query, fullPage), {QStringLiteral("templates")}, fullPage, everything,
                      readNamed);
}

Result<void> Api::importContacts(const QVector<ContactDraft> &contacts, qint64 contactTemplate, qint64 companyTemplate)
{
    QJsonArray rows;
    for (const ContactDraft &contact : contacts)
        rows.append(toJson(contact));
    const QJsonObject body{{QStringLiteral("silent"), true},
                           {QStringLiteral("contactTemplateId"), contactTemplate},
                           {QStringLiteral("companyTemplateId"), companyTemplate},
                           {QStringLiteral("optionImportDuplicate"), QStringLiteral("ignore")},
                           {QStringLiteral("optionImportUniqueField"), QStringLiteral("email-phone-name")},
                           {QStringLiteral("contacts"), rows}};
    return m_session.post(QStringLiteral("contact/import"), body, Repeat::Never, m_stop).map([](const Answer &) {});
}

Result<QVector<User>> Api::users()
{
    const QJsonObject body{{QStringLiteral("fields"), userFieldNames}, {QStringLiteral("onlyActive"), false}};
    return all<User>(postPages(QStringLiteral("user/list"), body, fullPage), {QStringLiteral("users")}, fullPage, everything, readUser);
}

Result<QVector<Named>> Api::processes()
{
    PFX_ASSIGN(const auto answer, m_session.get(QStringLiteral("process/task"), fieldsQuery(nameFields), m_stop));
    const Page once = [&answer](int) -> Result<JsonReader> { return answer.body; };
    return all<Named>(once, {QStringLiteral("processes")}, everything, everything, readNamed);
}

Result<QVector<Status>> Api::statuses(qint64 process)
{
    PFX_ASSIGN(const auto answer, m_session.get(path("process/task/%1/statuses", process), fieldsQuery(statusFieldNames), m_stop));
    const Page once = [&answer](int) -> Result<JsonReader> { return answer.body; };
    return all<Status>(once, {QStringLiteral("statuses")}, everything, everything, readStatus);
}

Result<QVector<Named>> Api::objects()
{
    // The only list that knows no "fields": it tells all.
    return all<Named>(postPages(QStringLiteral("object/list"), {}, fullPage), {QStringLiteral("objects")}, fullPage, everything, readNamed);
}

Result<QVector<CustomField>> Api::customFields(const QString &of)
{
    PFX_ASSIGN(const auto answer, m_session.get(QStringLiteral("customfield/") + of, fieldsQuery(customFieldNames), m_stop));
    const Page once = [&answer](int) -> Result<JsonReader> { return answer.body; };
    return all<CustomField>(once, {QStringLiteral("customfields")}, everything, everything, readCustomField);
}

Result<QVector<CustomField>> Api::taskFields()
{
    return customFields(QStringLiteral("task"));
}

Result<QVector<CustomField>> Api::fieldsOfTask(qint64 id)
{
    return customFields(QStringLiteral("task/%1").arg(id));
}

Result<QVector<CustomField>> Api::contactFields()
{
    return customFields(QStringLiteral("contact"));
}

Result<QVector<Named>> Api::directories()
{
    return all<Named>(postPages(QStringLiteral("directory/list"), {{QStringLiteral("fields"), nameFields}}, fullPage),
                      {QStringLiteral("directories"), QStringLiteral("directory")}, fullPage, everything, readNamed);
}

Result<QVector<DirectoryEntry>> Api::directoryEntries(qint64 directory)
{
    const QJsonObject body{{QStringLiteral("fields"), QStringLiteral("key,parentKey,name,isGroup,archived")}};
    return all<DirectoryEntry>(postPages(path("directory/%1/entry/list", directory), body, fullPage), {QStringLiteral("directoryEntries")},
                               fullPage, everything, readDirectoryEntry);
}

Result<qint64> Api::uploadFile(const QString &name, const QByteArray &content)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("targetType"), QStringLiteral("task"));
    PFX_ASSIGN(const auto answer, m_session.upload(QStringLiteral("file/"), query, name, content, m_stop));
    return answer.body.integer(QStringLiteral("id")).map_error(unexpectedOfChange);
}

Result<FileInfo> Api::file(qint64 id)
{
    PFX_ASSIGN(const JsonReader json, object(path("file/%1", id), QStringLiteral("id,name,size,downloadUrl"), QStringLiteral("file")));
    return readFile(json).map_error(unexpected);
}

Result<QByteArray> Api::downloadFile(qint64 id)
{
    return m_session.download(path("file/%1/download", id), m_stop);
}

} // namespace pfx::planfix
