// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/keys.h"

namespace pfx::bitrix24 {

const formats::KeyTable<Key> &keys()
{
    static const formats::KeyTable<Key> table(
        {{"ID", Key::Id}, {"id", Key::Id}, {"TITLE", Key::Title}, {"title", Key::Title}, {"NAME", Key::Name}, {"name", Key::Name},
         {"SECOND_NAME", Key::SecondName}, {"secondName", Key::SecondName}, {"LAST_NAME", Key::LastName}, {"lastName", Key::LastName},
         {"POST", Key::Post}, {"post", Key::Post}, {"PHONE", Key::Phones}, {"phone", Key::Phones}, {"EMAIL", Key::Emails}, {"email", Key::Emails},
         {"fm", Key::MultiFields}, {"FM", Key::MultiFields}, {"COMPANY_ID", Key::CompanyId}, {"companyId", Key::CompanyId},
         {"COMPANY_TITLE", Key::CompanyTitle}, {"companyTitle", Key::CompanyTitle}, {"COMPANY_IDS", Key::CompanyIds}, {"companyIds", Key::CompanyIds},
         {"ASSIGNED_BY_ID", Key::Owner}, {"assignedById", Key::Owner}, {"DATE_CREATE", Key::Created}, {"createdTime", Key::Created},
         {"DATE_MODIFY", Key::Modified}, {"updatedTime", Key::Modified}, {"STAGE_ID", Key::Stage}, {"stageId", Key::Stage},
         {"STAGE_SEMANTIC_ID", Key::StageSemantics}, {"stageSemanticId", Key::StageSemantics}, {"CATEGORY_ID", Key::Category},
         {"categoryId", Key::Category}, {"OPPORTUNITY", Key::Amount}, {"opportunity", Key::Amount}, {"CURRENCY_ID", Key::Currency},
         {"currencyId", Key::Currency}, {"CONTACT_ID", Key::ContactId}, {"contactId", Key::ContactId}, {"CONTACT_IDS", Key::ContactIds},
         {"contactIds", Key::ContactIds}, {"contacts", Key::Contacts}, {"CLOSEDATE", Key::Closed}, {"closedate", Key::Closed},
         {"CLOSED", Key::IsClosed}, {"closed", Key::IsClosed}, {"SOURCE_ID", Key::Source}, {"sourceId", Key::Source}, {"TYPE_ID", Key::Type},
         {"typeId", Key::Type}, {"IS_RECURRING", Key::Recurring}, {"isRecurring", Key::Recurring}, {"STATUS_ID", Key::StatusId},
         {"statusId", Key::StatusId}, {"ENTITY_ID", Key::EntityId}, {"entityId", Key::EntityId}, {"COLOR", Key::Color}, {"color", Key::Color},
         {"SORT", Key::Sort}, {"sort", Key::Sort}, {"SEMANTICS", Key::Semantics}, {"semantics", Key::Semantics}, {"EXTRA", Key::Extra},
         {"extra", Key::Extra}, {"TAGS", Key::Tags}, {"tags", Key::Tags}, {"WORK_PHONE", Key::WorkPhone}, {"UF_PHONE_INNER", Key::InnerPhone}, 
         {"HAS_PHONE", Key::PhoneFlag}, {"HAS_EMAIL", Key::PhoneFlag}, {"hasPhone", Key::PhoneFlag}, {"hasEmail", Key::PhoneFlag}},
        Key::Other);
    return table;
}

} // namespace pfx::bitrix24
