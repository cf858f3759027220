// SPDX-License-Identifier: GPL-3.0-or-later
// A request of Planfix's mailing integration as it comes (help «API для сервисов email-рассылок»): {"action","authToken","data"}, the
// fields in any order. The body is checked whole, as a stream, before anything is believed of it, and is never copied: contacts are read
// one by one out of it. Values over one body; any thread.
#pragma once

#include "core/base/result.h"
#include "core/formats/json_view.h"
#include "core/mailing/entities.h"
#include "core/mailing/refusal.h"

#include <QByteArray>

#include <functional>
#include <variant>

namespace pfx::mailing {

class PlanfixRequest {
public:
    /// Refused::NotJson for what is no JSON in UTF-8.
    static std::variant<PlanfixRequest, Refusal> read(const QByteArray &body);

    QString action() const { return m_action; }
    QByteArray token() const { return m_token; }

    /// MissingField, WrongField or DoubleField of what stands beside the data.
    std::optional<Refusal> fault() const { return m_fault; }

    /// A text in `data`; MissingField when it is not there or empty.
    std::variant<QString, Refusal> text(std::string_view field) const;
    QString textOr(std::string_view field) const;
    /// The contact of updateContact.
    std::variant<Contact, Refusal> contact() const;

    using Take = std::function<base::Result<void>(std::vector<Contact> &)>;
    using Note = std::function<void(ContactProblem::Kind kind, const QString &place, const QString &value)>;
    /// Whether there are contacts at all to be read.
    std::optional<Refusal> contactsFault() const;
    /// importContacts: all contacts in parts; an error of `take` ends it.
    base::Result<void> forEachPart(qsizetype partSize, const Take &take, const Note &note) const;

private:
    explicit PlanfixRequest(QByteArray body) : m_body(std::move(body)) { }

    formats::JsonView field(std::string_view name) const { return formats::member(m_data, name); }

    QByteArray m_body; ///< What the views look into.
    formats::JsonView m_data;
    QString m_action;
    QByteArray m_token;
    std::optional<Refusal> m_fault;
};

} // namespace pfx::mailing
