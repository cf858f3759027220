// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/deciders.h"

#include "core/migration/people_decider.h"

namespace pfx::migration {

using base::Result;
using records::Kind;

namespace {

class ContactDecider : public PeopleDecider<crm::Contact, ContactDraft>
{
public:
    explicit ContactDecider(BatchContext &context) : PeopleDecider(context, Kind::Contact, "contacts") {}

protected:
    CompanyPointer pointerOf(const ContactDraft &draft) const override { return draft.company; }

    Result<void> completeDraft(const PreparedItem &item, ContactDraft &draft, QVector<Problem> &problems) override
    {
        PFX_ASSIGN(const auto company, m_titles.resolve(item, draft.company, CompanyTitles::IfMissing::Make));
        draft.entity.companyId = company.id;
        if (company.problem)
            problems.append(warning(item, Kind::Contact, *company.problem, company.arguments));
        return {};
    }
};

} // namespace

Result<void> decideContacts(BatchContext &context, std::vector<PreparedItem> &items)
{
    return ContactDecider(context).decide(items);
}

} // namespace pfx::migration
