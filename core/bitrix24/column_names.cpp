// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/column_names.h"

#include "core/formats/common_columns.h"

namespace pfx::bitrix24 {

const formats::ColumnRows::Names &columnNames()
{
    using formats::Column;
    static const formats::ColumnRows::Names names = formats::withCommonColumns({
        {QStringLiteral("title"), Column::Title},
        {QStringLiteral("сумма"), Column::Amount},
        {QStringLiteral("сумма сделки"), Column::Amount},
        {QStringLiteral("amount"), Column::Amount},
        {QStringLiteral("total"), Column::Amount},
        {QStringLiteral("created on"), Column::Created},
        {QStringLiteral("created"), Column::Created},
        {QStringLiteral("дата изменения"), Column::Changed},
        {QStringLiteral("modified on"), Column::Changed},
        {QStringLiteral("modified"), Column::Changed},
        {QStringLiteral("updated on"), Column::Changed},
        {QStringLiteral("дата завершения"), Column::Closed},
        {QStringLiteral("предполагаемая дата закрытия"), Column::Closed},
        {QStringLiteral("close date"), Column::Closed},
        {QStringLiteral("стадия сделки"), Column::Stage},
        {QStringLiteral("стадия"), Column::Stage},
        {QStringLiteral("deal stage"), Column::Stage},
        {QStringLiteral("направление"), Column::Pipeline},
        {QStringLiteral("направление сделки"), Column::Pipeline},
        {QStringLiteral("deal pipeline"), Column::Pipeline},
        {QStringLiteral("контакт"), Column::ContactName},
        {QStringLiteral("contact"), Column::ContactName},
        {QStringLiteral("контакт: id"), Column::ContactId},
        {QStringLiteral("contact: id"), Column::ContactId},
        {QStringLiteral("id контакта"), Column::ContactId},
        {QStringLiteral("источник"), Column::Source},
        {QStringLiteral("source"), Column::Source},
        {QStringLiteral("тип"), Column::Type},
        {QStringLiteral("deal type"), Column::Type},
        {QStringLiteral("тип контакта"), Column::Type},
        {QStringLiteral("тип компании"), Column::Type},
        {QStringLiteral("компания: название компании"), Column::ContactCompany},
    });
    return names;
}

} // namespace pfx::bitrix24
