// SPDX-License-Identifier: GPL-3.0-or-later
// The names of Bitrix24's fields in both spellings (ASSIGNED_BY_ID, assignedById) as one small set. Any thread.
#pragma once

#include "core/formats/key_table.h"

namespace pfx::bitrix24 {

enum class Key {
    Id, Title, Name, SecondName, LastName, Post, Phones, Emails, MultiFields, CompanyId, CompanyTitle, CompanyIds, Owner, Created, Modified,
    Stage, StageSemantics, Category, Amount, Currency, ContactId, ContactIds, Contacts, Closed, IsClosed, Source, Type, Recurring,
    StatusId, EntityId, Color, Sort, Semantics, Extra, Tags, Email, WorkPhone, InnerPhone, PhoneFlag, Other
};

const formats::KeyTable<Key> &keys();

} // namespace pfx::bitrix24
