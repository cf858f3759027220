// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/column_names.h"

#include "core/formats/common_columns.h"

namespace pfx::bitrix24 {

namespace {

formats::ExportColumns::Names columnNames()
{
    using formats::Column;
    return formats::withCommonColumns({
        {QStringLiteral("title"), Column::Title},
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
        {QStringLiteral("deal stage"), Column::Stage},
        {QStringLiteral("направление"), Column::Pipeline},
        {QStringLiteral("направление сделки"), Column::Pipeline},
        {QStringLiteral("deal pipeline"), Column::Pipeline},
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
}

QStringList tellingNames()
{
    return {
        QStringLiteral("контакт: *"), QStringLiteral("id контакта"), QStringLiteral("стадия сделки"),
        QStringLiteral("направление сделки"), QStringLiteral("дата изменения"),
        QStringLiteral("кем изменен*"), QStringLiteral("дата завершения"), QStringLiteral("предполагаемая дата закрытия"),
        QStringLiteral("номер факса"), QStringLiteral("рабочий e-mail"), QStringLiteral("частный e-mail"),
        QStringLiteral("другой e-mail"), QStringLiteral("e-mail для рассылок"), QStringLiteral("корпоративный сайт"),
        QStringLiteral("тип контакта"), QStringLiteral("тип компании"), QStringLiteral("компания: *"),
        QStringLiteral("участвует в экспорте контактов"), QStringLiteral("доступен для всех"), QStringLiteral("доступна для всех"),
        QStringLiteral("contact: *"), QStringLiteral("salutation"), QStringLiteral("deal stage"),
        QStringLiteral("deal pipeline"), QStringLiteral("deal type"), QStringLiteral("created on"), QStringLiteral("modified on"),
        QStringLiteral("close date"),
    };
}

} // namespace

const formats::ExportColumns &exportColumns()
{
    static const formats::ExportColumns columns{
        records::System::Bitrix24,
        columnNames(),
        QStringLiteral("контакт: "),
        tellingNames(),
        {QStringLiteral("стадия"), QStringLiteral("направление"), QStringLiteral("вероятность"), QStringLiteral("обращение")},
        {QStringLiteral("ID"), QStringLiteral("Имя"), QStringLiteral("Фамилия"), QStringLiteral("Компания"),
         QStringLiteral("Рабочий телефон"), QStringLiteral("Рабочий e-mail"), QStringLiteral("Название сделки"),
         QStringLiteral("Стадия сделки"), QStringLiteral("Сумма")},
    };
    return columns;
}

} // namespace pfx::bitrix24
