// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/common_columns.h"

namespace pfx::formats {

const ColumnRows::Names &commonColumns()
{
    static const ColumnRows::Names names = {
        {QStringLiteral("id"), Column::Id},
        {QStringLiteral("теги"), Column::Tags},
        {QStringLiteral("tags"), Column::Tags},
        {QStringLiteral("ответственный"), Column::Owner},
        {QStringLiteral("responsible"), Column::Owner},
        {QStringLiteral("responsible user"), Column::Owner},
        {QStringLiteral("responsible person"), Column::Owner},
        {QStringLiteral("компания"), Column::Company},
        {QStringLiteral("название компании"), Column::Company},
        {QStringLiteral("company"), Column::Company},
        {QStringLiteral("company name"), Column::Company},
        {QStringLiteral("должность"), Column::Position},
        {QStringLiteral("position"), Column::Position},
        {QStringLiteral("job title"), Column::Position},
        {QStringLiteral("имя"), Column::FirstName},
        {QStringLiteral("first name"), Column::FirstName},
        {QStringLiteral("фамилия"), Column::LastName},
        {QStringLiteral("last name"), Column::LastName},
        {QStringLiteral("отчество"), Column::MiddleName},
        {QStringLiteral("middle name"), Column::MiddleName},
        {QStringLiteral("second name"), Column::MiddleName},
        {QStringLiteral("рабочий телефон"), Column::Phone},
        {QStringLiteral("телефон"), Column::Phone},
        {QStringLiteral("work phone"), Column::Phone},
        {QStringLiteral("phone"), Column::Phone},
        {QStringLiteral("рабочий прямой телефон"), Column::PhoneDirect},
        {QStringLiteral("work direct phone"), Column::PhoneDirect},
        {QStringLiteral("direct phone"), Column::PhoneDirect},
        {QStringLiteral("мобильный телефон"), Column::PhoneMobile},
        {QStringLiteral("mobile phone"), Column::PhoneMobile},
        {QStringLiteral("mobile"), Column::PhoneMobile},
        {QStringLiteral("факс"), Column::Fax},
        {QStringLiteral("fax"), Column::Fax},
        {QStringLiteral("номер факса"), Column::Fax},
        {QStringLiteral("домашний телефон"), Column::PhoneHome},
        {QStringLiteral("home phone"), Column::PhoneHome},
        {QStringLiteral("другой телефон"), Column::PhoneOther},
        {QStringLiteral("other phone"), Column::PhoneOther},
        {QStringLiteral("рабочий email"), Column::Email},
        {QStringLiteral("email"), Column::Email},
        {QStringLiteral("e-mail"), Column::Email},
        {QStringLiteral("рабочий e-mail"), Column::Email},
        {QStringLiteral("work email"), Column::Email},
        {QStringLiteral("work e-mail"), Column::Email},
        {QStringLiteral("личный email"), Column::EmailPrivate},
        {QStringLiteral("private email"), Column::EmailPrivate},
        {QStringLiteral("personal email"), Column::EmailPrivate},
        {QStringLiteral("частный e-mail"), Column::EmailPrivate},
        {QStringLiteral("частный email"), Column::EmailPrivate},
        {QStringLiteral("home e-mail"), Column::EmailPrivate},
        {QStringLiteral("другой email"), Column::EmailOther},
        {QStringLiteral("other email"), Column::EmailOther},
        {QStringLiteral("другой e-mail"), Column::EmailOther},
        {QStringLiteral("other e-mail"), Column::EmailOther},
        {QStringLiteral("e-mail для рассылок"), Column::EmailOther},
        {QStringLiteral("валюта"), Column::Currency},
        {QStringLiteral("currency"), Column::Currency},
        {QStringLiteral("название сделки"), Column::Title},
        {QStringLiteral("deal name"), Column::Title},
        {QStringLiteral("название"), Column::Title},
        {QStringLiteral("дата создания"), Column::Created},
        {QStringLiteral("date created"), Column::Created},
        {QStringLiteral("дата закрытия"), Column::Closed},
        {QStringLiteral("stage"), Column::Stage},
        {QStringLiteral("воронка"), Column::Pipeline},
        {QStringLiteral("pipeline"), Column::Pipeline},
        {QStringLiteral("тип сделки"), Column::Type},
    };
    return names;
}

ColumnRows::Names withCommonColumns(const ColumnRows::Names &own)
{
    ColumnRows::Names names = commonColumns();
    names.insert(own);
    return names;
}

} // namespace pfx::formats
