// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_mailers/fake_unisender.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::test {

namespace {

constexpr int mostContacts = 500;

http::Response result(const QJsonValue &value)
{
    return {200, {{"Content-Type", "application/json"}},
            QJsonDocument(QJsonObject{{QStringLiteral("result"), value}}).toJson(QJsonDocument::Compact)};
}

} // namespace

QStringList FakeUniSender::members(int list) const
{
    const std::lock_guard lock(m_mutex);
    QStringList found;
    for (const QString &email : m_members.value(list))
        found.append(email + u' ' + m_names.value(email));
    found.sort();
    return found;
}

int FakeUniSender::listCount() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_lists.size());
}

void FakeUniSender::unsubscribe(const QString &email)
{
    const std::lock_guard lock(m_mutex);
    m_unsubscribed.insert(email);
}

http::Response FakeUniSender::answer(const http::Request &request)
{
    const QString base = QString::fromLatin1(address);
    const QString called = request.url.toString(QUrl::RemoveQuery);
    if (request.method != "POST" || !called.startsWith(base + u'/') || request.url.hasQuery())
        return refuse(404, QStringLiteral("not called so: ") + request.url.toString());
    const QUrlQuery form(QString::fromUtf8(QByteArray(request.body).replace("+", "%20")));
    const auto field = [&form](const char *name) { return form.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
    if (field("format") != QLatin1String("json"))
        return refuse(200, QStringLiteral("format is not json"));
    if (field("api_key") != QLatin1String(key))
        return json(200, R"({"error":"Your api key is invalid","code":"invalid_api_key","result":""})");
    const QString method = called.mid(base.size() + 1);
    if (method == QLatin1String("getLists")) {
        QJsonArray lists;
        for (auto at = m_lists.cbegin(); at != m_lists.cend(); ++at)
            lists.append(QJsonObject{{QStringLiteral("id"), at.key()}, {QStringLiteral("title"), at.value()}});
        return result(lists);
    }
    if (method == QLatin1String("createList")) {
        const QString title = field("title");
        if (title.isEmpty() || m_lists.values().contains(title))
            return refuse(200, QStringLiteral("a title that is empty or there already: ") + title);
        m_lists.insert(m_nextId, title);
        return result(QJsonObject{{QStringLiteral("id"), m_nextId++}});
    }
    if (method == QLatin1String("importContacts"))
        return importContacts(form);
    if (method == QLatin1String("exclude")) {
        const int list = field("list_ids").toInt();
        if (field("contact_type") != QLatin1String("email") || field("contact").isEmpty() || !m_lists.contains(list))
            return refuse(200, QStringLiteral("exclude needs contact_type, contact and list_ids"));
        m_members[list].remove(field("contact"));
        return result(QJsonObject());
    }
    return refuse(200, QStringLiteral("no such method: ") + method);
}

http::Response FakeUniSender::importContacts(const QUrlQuery &form)
{
    const auto field = [&form](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded); };
    QStringList names;
    for (int i = 0; form.hasQueryItem(QStringLiteral("field_names[%1]").arg(i)); ++i)
        names.append(field(QStringLiteral("field_names[%1]").arg(i)));
    const int email = static_cast<int>(names.indexOf(QStringLiteral("email")));
    const int name = static_cast<int>(names.indexOf(QStringLiteral("Name")));
    const int lists = static_cast<int>(names.indexOf(QStringLiteral("email_list_ids")));
    if (email < 0 || lists < 0)
        return refuse(200, QStringLiteral("email and email_list_ids are wanted"));
    int row = 0;
    for (; form.hasQueryItem(QStringLiteral("data[%1][%2]").arg(row).arg(email)); ++row) {
        const auto cell = [&](int column) { return field(QStringLiteral("data[%1][%2]").arg(row).arg(column)); };
        const int list = cell(lists).toInt();
        if (row >= mostContacts || !m_lists.contains(list) || !cell(email).contains(u'@'))
            return refuse(200, QStringLiteral("contact %1 is one too many, of no list, or no address").arg(row));
        m_names.insert(cell(email), name < 0 ? QString() : cell(name));
        if (!m_unsubscribed.contains(cell(email)))
            m_members[list].insert(cell(email));
    }
    if (row == 0)
        return refuse(200, QStringLiteral("no contacts"));
    return result(QJsonObject{{QStringLiteral("total"), row}, {QStringLiteral("invalid"), 0}, {QStringLiteral("log"), QJsonArray()}});
}

} // namespace pfx::test
