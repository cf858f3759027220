// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/deal_rows.h"

#include "core/amocrm/custom_fields.h"
#include "core/amocrm/row_parts.h"

namespace pfx::amocrm {

using formats::JsonElements;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

namespace {

QVector<records::ContactReference> readContacts(RowReader &reader, const JsonView &list, const Path &path)
{
    QVector<records::ContactReference> contacts;
    if (!reader.array(list, path))
        return contacts;
    bool hasMain = false;
    for (JsonElements entries(list); entries.next();) {
        const Path at(path, entries.index());
        const records::Reference reference = readReference(reader, entries.value(), at);
        if (reference.isEmpty())
            continue;
        const bool isMain = !hasMain && entries.value().isObject() && reader.flag(member(entries.value(), "is_main"), Path(at, "is_main"));
        hasMain = hasMain || isMain;
        contacts.push_back({reference.externalId, reference.name, {}, isMain});
    }
    if (!hasMain && !contacts.isEmpty())
        contacts.front().isMain = true;
    return contacts;
}

} // namespace

bool readDeal(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Deal deal;
    QVector<records::Point> noPoints;
    bool deleted = false;
    readRow(reader, row, deal, deleted, [&](Key key, const JsonView &value, const Path &path) {
        switch (key) {
        case Key::Name: deal.title = reader.text(value, path); return true;
        case Key::Price: deal.amount = reader.text(value, path); return true;
        case Key::Currency: deal.currency = reader.text(value, path); return true;
        case Key::Status: deal.stage.externalId = reader.id(value, path); return true;
        case Key::Pipeline: deal.pipeline.externalId = reader.id(value, path); return true;
        case Key::Closed: deal.closedAt = reader.time(value, path); return true;
        case Key::Contacts: deal.contacts = readContacts(reader, value, path); return true;
        case Key::Companies:
        case Key::Company: deal.company = readFirst(reader, value, path); return true;
        case Key::LossReason: deal.lossReason = value.type() == JsonView::Type::String ? value.text() : readFirst(reader, value, path).name; return true;
        case Key::Source: deal.source = value.isObject() ? reader.text(member(value, "name"), Path(path, "name")) : reader.text(value, path); return true;
        case Key::Type: deal.type = reader.text(value, path); return true;
        case Key::Custom: readCustomFields(reader, value, path, {noPoints, nullptr, deal.custom}); return true;
        default: return false;
        }
    });
    if (deleted)
        return passOver(item, deal.externalId, records::PassedOver::Reason::DeletedInSource, deal.title);
    if (deal.stage.externalId == QLatin1String("142"))
        deal.semantics = records::Semantics::Won;
    else if (deal.stage.externalId == QLatin1String("143"))
        deal.semantics = records::Semantics::Lost;
    for (const records::Point &point : std::as_const(noPoints))
        deal.custom.push_back({{}, point.kind == records::PointKind::Phone ? QStringLiteral("PHONE") : QStringLiteral("EMAIL"), {}, {}, point.value, formats::jsonString(point.value)});
    deal.unknown = reader.takeUnknown();
    return deliver(reader, std::move(deal), item);
}

} // namespace pfx::amocrm
