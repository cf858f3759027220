// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a row, or a pointer to one, means the record that is stored under its number. Pure; any thread.
#pragma once

#include "core/base/text_keys.h"
#include "core/migration/prepare.h"

namespace pfx::migration {

inline const QString &titleOf(const crm::Contact &contact)
{
    return contact.name;
}

inline const QString &titleOf(const crm::Company &company)
{
    return company.title;
}

inline const QString &titleOf(const ContactDraft &draft)
{
    return draft.entity.name.isEmpty() ? draft.substitute : draft.entity.name;
}

inline const QString &titleOf(const CompanyDraft &draft)
{
    return draft.entity.title.isEmpty() ? draft.substitute : draft.entity.title;
}

/// "Иван Ким (5)".
template<typename Entity>
QString named(const Entity &entity)
{
    return QStringLiteral("%1 (%2)").arg(titleOf(entity)).arg(entity.id);
}

/// Same origin, but is it the same person?
template<typename Entity, typename Draft>
bool nothingInCommon(const Entity &stored, const Draft &incoming)
{
    if (nameKey(titleOf(stored)) == nameKey(titleOf(incoming)))
        return false;
    for (const records::Point &point : incoming.entity.points) {
        for (const records::Point &other : stored.points) {
            if (!point.normalized.isEmpty() && point.normalized == other.normalized)
                return false;
        }
    }
    return true;
}

/// Both have a name of their own, and no word of the one stands in the other.
template<typename Entity>
bool isOtherName(const Entity &stored, const Entity &incoming)
{
    return !titleOf(incoming).isEmpty() && !isSubstitute(titleOf(stored), stored.points) && !shareWord(titleOf(stored), titleOf(incoming));
}

/// Of a deal's pointer, which tells little: a name without a phone or e-mail speaks only when no word of it fits, since people are written
/// in many ways.
inline bool meansAnother(const crm::Contact &stored, const records::ContactReference &reference)
{
    if (reference.name.isEmpty() || isSubstitute(stored.name, stored.points))
        return false;
    ContactDraft incoming;
    incoming.entity.name = reference.name;
    incoming.entity.points = reference.points;
    const bool hasPoint = std::any_of(reference.points.cbegin(), reference.points.cend(), [](const records::Point &point) { return !point.normalized.isEmpty(); });
    return nothingInCommon(stored, incoming) && (hasPoint || isOtherName(stored, incoming.entity));
}

/// Legal forms are no words that fit.
inline bool meansAnother(const crm::Company &stored, const CompanyPointer &pointer)
{
    return !pointer.key.isEmpty() && !isSubstitute(stored.title, stored.points) && !shareWord(base::companyKey(stored.title), pointer.key);
}

} // namespace pfx::migration
