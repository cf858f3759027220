// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/deciders.h"

#include "core/migration/people_decider.h"

namespace pfx::migration {

using base::Result;
using records::Kind;

namespace {

class CompanyDecider : public PeopleDecider<crm::Company, CompanyDraft>
{
public:
    explicit CompanyDecider(BatchContext &context) : PeopleDecider(context, Kind::Company, "companies") {}

protected:
    CompanyPointer pointerOf(const CompanyDraft &draft) const override { return {{}, draft.entity.title, draft.key}; }

    /// One by title: for records without an id any of the account, for others one that is known by its title only.
    PointMatch matchOtherwise(const CompanyDraft &draft) override
    {
        PointMatch match;
        match.reason = Reason::SameTitle;
        match.value = draft.entity.title;
        if (!draft.byTitle)
            return match;
        match.ids = m_titles.candidates(draft.key) + m_madeByKey.values(draft.key);
        return match;
    }

    void made(const CompanyDraft &draft, qint64 id) override
    {
        if (draft.byTitle)
            m_madeByKey.insert(draft.key, id);
    }

private:
    QMultiHash<QString, qint64> m_madeByKey;
};

} // namespace

Result<void> decideCompanies(BatchContext &context, std::vector<PreparedItem> &items)
{
    for (PreparedItem &item : items) {
        if (auto *draft = std::get_if<CompanyDraft>(&item.content))
            draft->byTitle = item.externalId.isEmpty() && !draft->key.isEmpty();
    }
    return CompanyDecider(context).decide(items);
}

} // namespace pfx::migration
