// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/raw_document.h"

#include <map>

namespace pfx::formats {

namespace {

/// Arrays by their keys, in the order of the keys' first appearance.
class Arrays
{
public:
    void append(const QByteArray &key, const QByteArray &rows)
    {
        QByteArray &array = m_rows[key];
        if (array.isEmpty())
            m_order.push_back(key);
        else
            array += ",\n";
        array += rows;
    }
    QByteArray text() const
    {
        QByteArray out;
        for (const QByteArray &key : m_order)
            out += ",\n\"" + key + "\":[\n" + m_rows.at(key) + "\n]";
        return out;
    }

private:
    std::map<QByteArray, QByteArray> m_rows;
    std::vector<QByteArray> m_order;
};

JsonView viewOf(const QByteArray &json)
{
    return JsonView(std::string_view(json.constData(), static_cast<size_t>(json.size())));
}

} // namespace

QByteArray jsonDocument(const JsonDialect &dialect, const QByteArray &head, const QString &account, const RawRows &rows)
{
    Arrays arrays;
    for (JsonMembers member(viewOf(head)); member.next();) {
        for (JsonElements elements(member.value()); elements.next();)
            arrays.append(QByteArray(member.key().data(), static_cast<qsizetype>(member.key().size())), elements.value().json());
    }
    for (const auto &[section, raw] : rows)
        arrays.append(dialect.documentKey(section, viewOf(raw)), raw);
    return "{\n" + dialect.accountMember(account) + arrays.text() + "\n}\n";
}

bool isTableHead(const QByteArray &head)
{
    return head.endsWith('\n');
}

QByteArray tableDocument(const QByteArray &head, const RawRows &rows)
{
    QByteArray out = head;
    for (const auto &[section, raw] : rows)
        out += raw;
    return out;
}

} // namespace pfx::formats
