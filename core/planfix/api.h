// SPDX-License-Identifier: GPL-3.0-or-later
// Planfix's calls by name. Each blocks, belongs to the session's thread and fails with the Errors of Session; what an answer should have
// and has not is BadAnswer with its path. Reads name the fields they want, since Planfix gives only the id otherwise. Lists are read page
// by page (100 rows, ascending id) until a page is not full.
#pragma once

#include "core/planfix/entities.h"
#include "core/planfix/session.h"

#include <functional>

namespace pfx::planfix {

/// A condition of a list: types and operators in the help wiki «REST API: сложные фильтры». All of a list's filters must hold.
struct Filter {
    int type = 0;
    QString operation = QStringLiteral("equal");
    QJsonValue value;
    qint64 field = 0; ///< Of conditions on a custom field.
};

/// Whether people are told of a change and it is logged: mass updates are silent.
enum class Notice { Usual, Silent };

class Api {
public:
    Api(Session &session, base::StopToken stop) : m_session(session), m_stop(std::move(stop)) { }

    Session &session() { return m_session; }

    base::Result<void> ping(); ///< Needs no right.

    base::Result<qint64> createTask(const TaskDraft &draft); ///< The new task's number.
    /// `customFields` besides the system's own; NotFound when it was deleted.
    base::Result<Task> task(qint64 id, const QVector<qint64> &customFields = {});
    base::Result<Updated> updateTask(qint64 id, const TaskDraft &draft, Notice notice = Notice::Usual);
    /// At most `most` of the tasks that fit, oldest first.
    base::Result<QVector<Task>> tasks(const QVector<Filter> &filters, const QVector<qint64> &customFields, int most);
    base::Result<QVector<Task>> taskTemplates(); ///< Id, name and process.

    base::Result<qint64> addComment(qint64 task, const QString &html, Notice notice = Notice::Usual);
    base::Result<QVector<Comment>> comments(qint64 task, int most);

    base::Result<qint64> createContact(const ContactDraft &draft);
    base::Result<Contact> contact(qint64 id, const QVector<qint64> &customFields = {});
    base::Result<Updated> updateContact(qint64 id, const ContactDraft &draft, Notice notice = Notice::Usual);
    base::Result<QVector<Contact>> contacts(const QVector<Filter> &filters, int most, bool companies = false);
    base::Result<QVector<Named>> contactTemplates(bool companies = false);
    /// Planfix answers nothing about the rows: read them again by filter afterwards.
    base::Result<void> importContacts(const QVector<ContactDraft> &contacts, qint64 contactTemplate, qint64 companyTemplate);

    base::Result<QVector<User>> users();
    base::Result<QVector<Named>> processes();
    base::Result<QVector<Status>> statuses(qint64 process);
    base::Result<QVector<Named>> objects();
    base::Result<QVector<CustomField>> taskFields();
    base::Result<QVector<CustomField>> fieldsOfTask(qint64 id); ///< Those that this task or template has.
    base::Result<QVector<CustomField>> contactFields();
    base::Result<QVector<Named>> directories();
    base::Result<QVector<DirectoryEntry>> directoryEntries(qint64 directory);

    base::Result<qint64> uploadFile(const QString &name, const QByteArray &content); ///< Then named in a task's or comment's files.
    base::Result<FileInfo> file(qint64 id);
    base::Result<QByteArray> downloadFile(qint64 id);

private:
    using Page = std::function<base::Result<base::JsonReader>(int offset)>;

    base::Result<qint64> create(const QString &path, const QJsonObject &body, const QUrlQuery &query = {});
    base::Result<Updated> update(const QString &path, const QJsonObject &body, Notice notice);
    base::Result<base::JsonReader> object(const QString &path, const QString &fields, const QString &member);
    Page postPages(const QString &path, const QJsonObject &body, int pageSize);
    Page getPages(const QString &path, const QUrlQuery &query, int pageSize);
    base::Result<QVector<CustomField>> customFields(const QString &of);

    template <typename Entity>
    base::Result<QVector<Entity>> all(const Page &page, const QStringList &members, int pageSize, int most,
                                      base::Result<Entity> (*read)(const base::JsonReader &));

    Session &m_session;
    base::StopToken m_stop;
};

} // namespace pfx::planfix
