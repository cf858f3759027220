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
    CompanyPointer pointerOf(const CompanyDraft &draft) const override { return {{}, titleOf(draft), draft.key}; }

    /// Firms share offices and call centres: with two different titles they are two.
    bool mayBeSame(const crm::Company &stored, const CompanyDraft &draft) const override
    {
        return draft.entity.title.isEmpty() || isSubstitute(stored.title, stored.points) || base::companyKey(stored.title) == draft.key;
    }

    /// The one that is known by its title only.
    void matchOtherwise(const CompanyDraft &draft, PointMatch &match) override
    {
        match.reason = Reason::SameTitle;
        match.value = titleOf(draft);
        if (draft.entity.title.isEmpty())
            return;
        QVector<qint64> free;
        for (const qint64 id : m_titles.candidates(draft.key)) {
            if (m_titles.isByTitleOnly(id) && !m_adopted.contains(id))
                free.append(id);
        }
        if (free.size() != 1)
            return; // nothing is guessed: it is made, and its title told as ambiguous where somebody points to it
        m_adopted.insert(free.first());
        match.ids = free;
        match.adopts = true;
    }

private:
    QSet<qint64> m_adopted; ///< By this batch.
};

} // namespace

Result<void> decideCompanies(BatchContext &context, std::vector<PreparedItem> &items)
{
    return CompanyDecider(context).decide(items);
}

} // namespace pfx::migration
