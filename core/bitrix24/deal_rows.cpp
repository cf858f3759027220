// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/deal_rows.h"

#include "core/bitrix24/row_parts.h"

#include <QSet>

#include <algorithm>

namespace pfx::bitrix24 {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

namespace {

void addContact(RowReader &reader, const JsonView &value, const Path &path, QSet<QString> &known, records::Deal &deal)
{
    const bool object = value.isObject();
    JsonView idValue = value;
    if (object) {
        idValue = member(value, "ID");
        for (const std::string_view name : {"id", "CONTACT_ID", "contactId"}) {
            if (idValue.isEmpty())
                idValue = member(value, name);
        }
    }
    const QString id = reader.id(idValue, path);
    if (id.isEmpty() || known.contains(id))
        return;
    known.insert(id);
    deal.contacts.push_back({id, {}, {}, object && reader.flag(member(value, "IS_PRIMARY"), Path(path, "IS_PRIMARY"))});
}

void readContactList(RowReader &reader, const JsonMembers &m, records::Deal &deal)
{
    if (!reader.array(m.value(), m.key()))
        return;
    QSet<QString> known;
    for (const records::ContactReference &contact : std::as_const(deal.contacts))
        known.insert(contact.externalId);
    for (JsonElements entries(m.value()); entries.next();)
        addContact(reader, entries.value(), Path(m.key(), entries.index()), known, deal);
}

// CONTACT_ID is the main one; otherwise the first that says so, or simply the first.
void chooseMain(records::Deal &deal, const QString &mainId)
{
    auto main = std::find_if(deal.contacts.begin(), deal.contacts.end(), [&](const records::ContactReference &contact) { return contact.externalId == mainId; });
    if (main == deal.contacts.end() && !mainId.isEmpty()) {
        deal.contacts.push_front({mainId, {}, {}, true});
        main = deal.contacts.begin();
    }
    if (main == deal.contacts.end())
        main = std::find_if(deal.contacts.begin(), deal.contacts.end(), [](const records::ContactReference &contact) { return contact.isMain; });
    if (main == deal.contacts.end())
        main = deal.contacts.begin();
    for (auto contact = deal.contacts.begin(); contact != deal.contacts.end(); ++contact)
        contact->isMain = contact == main;
}

} // namespace

bool readDeal(RowReader &reader, const JsonView &row, const QHash<QString, QString> &dictionaries, records::SourceItem &item)
{
    records::Deal deal;
    QString mainContact;
    bool recurring = false;
    std::optional<qint64> closeDate;
    std::optional<bool> closed;
    for (JsonMembers m(row); m.next();) {
        const Key which = keys()(m.key());
        if (readCommon(reader, which, m, deal))
            continue;
        switch (which) {
        case Key::Title: deal.title = reader.text(m.value(), m.key()); break;
        case Key::Amount: deal.amount = reader.text(m.value(), m.key()); break;
        case Key::Currency: deal.currency = reader.text(m.value(), m.key()); break;
        case Key::Stage: deal.stage.externalId = reader.text(m.value(), m.key()); break;
        case Key::StageSemantics: deal.semantics = semantics(reader.text(m.value(), m.key())); break;
        case Key::Category: deal.pipeline.externalId = reader.text(m.value(), m.key()); break;
        case Key::CompanyId: deal.company.externalId = reader.id(m.value(), m.key()); break;
        case Key::CompanyTitle: deal.company.name = reader.text(m.value(), m.key()); break;
        case Key::ContactId: mainContact = reader.id(m.value(), m.key()); break;
        case Key::ContactIds:
        case Key::Contacts: readContactList(reader, m, deal); break;
        case Key::Closed: closeDate = reader.time(m.value(), m.key()); break;
        case Key::IsClosed: closed = reader.flag(m.value(), m.key()); break;
        case Key::Source: deal.source = reader.text(m.value(), m.key()); break;
        case Key::Type: deal.type = reader.text(m.value(), m.key()); break;
        case Key::Recurring: recurring = reader.flag(m.value(), m.key()); break;
        default: keepOther(reader, m, deal.custom);
        }
    }
    if (recurring)
        return passOver(item, deal.externalId, records::PassedOver::Reason::RecurringTemplate, deal.title);
    if (deal.pipeline.externalId.isEmpty())
        deal.pipeline.externalId = categoryOf(deal.stage.externalId);
    if (deal.pipeline.externalId.isEmpty())
        deal.pipeline.externalId = QStringLiteral("0");
    if (!deal.contacts.isEmpty() || !mainContact.isEmpty())
        chooseMain(deal, mainContact);
    // CLOSEDATE of an open deal is only a plan.
    if (closed.value_or(deal.semantics && *deal.semantics != records::Semantics::Open))
        deal.closedAt = closeDate;
    deal.source = dictionaries.value(QStringLiteral("SOURCE:") + deal.source, deal.source);
    deal.type = dictionaries.value(QStringLiteral("DEAL_TYPE:") + deal.type, deal.type);
    deal.unknown = reader.takeUnknown();
    return deliver(reader, std::move(deal), item);
}

} // namespace pfx::bitrix24
