// SPDX-License-Identifier: GPL-3.0-or-later
// listmonk as its documentation has it (listmonk.app/docs/apis: lists, subscribers, import): equal addresses are 409, blocklisted people stay
// so, one import at a time. Any thread.
#pragma once

#include "tests/support/fake_mailers/fake_mailer.h"

#include <QJsonObject>
#include <QMap>

namespace pfx::test {

class FakeListmonk : public FakeMailer {
public:
    static constexpr char address[] = "https://lists.example.test";
    static constexpr char user[] = "planfix";
    static constexpr char token[] = "listmonk-test";

    /// "anna@example.test Анна К." of the list's confirmed members, in order of address.
    QStringList members(int list) const;
    int listCount() const;
    int imports() const;
    /// What a person does there.
    void unsubscribe(const QString &email, int list);
    void blocklist(const QString &email);
    void remove(const QString &email);
    void add(const QString &email, const QString &name, int list);

protected:
    http::Response answer(const http::Request &request) override;

private:
    struct Subscriber {
        qint64 id = 0;
        QString email, name, status;
        QJsonObject attributes;
        QMap<qint64, QString> lists; ///< Status of the membership.
    };
    struct List {
        QString name;
        QStringList tags;
    };

    http::Response lists(const http::Request &request);
    http::Response subscribers(const http::Request &request);
    http::Response create(const QJsonObject &body);
    http::Response patch(qint64 id, const QJsonObject &body);
    http::Response changeLists(const QJsonObject &body);
    http::Response import(const http::Request &request);
    QString importRows(const QByteArray &csv, qint64 list);
    QJsonObject shown(const Subscriber &subscriber) const;
    Subscriber *find(const QString &email);

    QMap<qint64, List> m_lists;
    QMap<qint64, Subscriber> m_subscribers;
    qint64 m_nextId = 7;
    int m_imports = 0;
    int m_polls = -1; ///< Until the import is over; -1: none.
};

} // namespace pfx::test
