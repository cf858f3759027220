// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/column_names.h"

#include "core/formats/common_columns.h"

namespace pfx::amocrm {

namespace {

formats::ExportColumns::Names columnNames()
{
    using formats::Column;
    return formats::withCommonColumns({
        {QStringLiteral("lead title"), Column::Title},
        {QStringLiteral("lead name"), Column::Title},
        {QStringLiteral("sale"), Column::Amount},
        {QStringLiteral("budget"), Column::Amount},
        {QStringLiteral("price"), Column::Amount},
        {QStringLiteral("дата создания сделки"), Column::Created},
        {QStringLiteral("дата создания контакта"), Column::Created},
        {QStringLiteral("дата создания компании"), Column::Created},
        {QStringLiteral("created at"), Column::Created},
        {QStringLiteral("дата редактирования"), Column::Changed},
        {QStringLiteral("date edited"), Column::Changed},
        {QStringLiteral("modified at"), Column::Changed},
        {QStringLiteral("last modified"), Column::Changed},
        {QStringLiteral("closed at"), Column::Closed},
        {QStringLiteral("date closed"), Column::Closed},
        {QStringLiteral("этап сделки"), Column::Stage},
        {QStringLiteral("теги сделки"), Column::Tags},
        {QStringLiteral("lead tags"), Column::Tags},
        {QStringLiteral("lead stage"), Column::Stage},
        {QStringLiteral("pipeline stage"), Column::Stage},
        {QStringLiteral("lead pipeline"), Column::Pipeline},
        {QStringLiteral("полное имя контакта"), Column::ContactName},
        {QStringLiteral("основной контакт"), Column::ContactName},
        {QStringLiteral("contact full name"), Column::ContactName},
        {QStringLiteral("full name"), Column::ContactName},
        {QStringLiteral("main contact"), Column::ContactName},
        {QStringLiteral("contact name"), Column::ContactName},
        {QStringLiteral("компания контакта"), Column::ContactCompany},
        {QStringLiteral("contact company"), Column::ContactCompany},
        {QStringLiteral("contact's company"), Column::ContactCompany},
        {QStringLiteral("тип (контакт/компания)"), Column::RowType},
        {QStringLiteral("тип (контакт / компания)"), Column::RowType},
        {QStringLiteral("type (contact/company)"), Column::RowType},
        {QStringLiteral("type (contact / company)"), Column::RowType},
        {QStringLiteral("причина отказа"), Column::LossReason},
        {QStringLiteral("loss reason"), Column::LossReason},
        {QStringLiteral("источник сделки"), Column::Source},
    });
}

QStringList tellingNames()
{
    return {
        QStringLiteral("полное имя контакта"), QStringLiteral("основной контакт"), QStringLiteral("компания контакта"),
        QStringLiteral("ответственный за контакт"), QStringLiteral("тип (контакт/компания)"), QStringLiteral("тип (контакт / компания)"),
        QStringLiteral("бюджет*"), QStringLiteral("этап сделки"), QStringLiteral("дата создания сделки"),
        QStringLiteral("дата создания контакта"), QStringLiteral("дата создания компании"), QStringLiteral("кем создана сделка"),
        QStringLiteral("кем создан контакт"), QStringLiteral("дата редактирования"), QStringLiteral("кем редактирован*"),
        QStringLiteral("рабочий прямой телефон"), QStringLiteral("рабочий email"), QStringLiteral("личный email"),
        QStringLiteral("другой email"), QStringLiteral("lead title"), QStringLiteral("lead stage"), QStringLiteral("lead pipeline"),
        QStringLiteral("contact full name"), QStringLiteral("main contact"), QStringLiteral("contact company"),
        QStringLiteral("contact's company"), QStringLiteral("type (contact/company)"), QStringLiteral("type (contact / company)"),
        QStringLiteral("date edited"),
    };
}

} // namespace

const formats::ExportColumns &exportColumns()
{
    static const formats::ExportColumns columns{
        records::System::Amocrm,
        columnNames(),
        {},
        tellingNames(),
        {},
        {QStringLiteral("ID"), QStringLiteral("Полное имя контакта"), QStringLiteral("Компания"), QStringLiteral("Рабочий телефон"),
         QStringLiteral("Рабочий email"), QStringLiteral("Название сделки"), QStringLiteral("Этап сделки"), QStringLiteral("Бюджет")},
    };
    return columns;
}

} // namespace pfx::amocrm
