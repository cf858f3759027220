// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/comment_lane.h"

#include "core/base/json.h"

namespace pfx::sms {

using base::Result;
using exchange::Done;

namespace {

class CommentHandler : public exchange::Handler {
public:
    CommentHandler(const orders::Office &office, CommentWords words) : m_desk(office), m_words(std::move(words)) { }

    exchange::Outcome handle(const exchange::Job &job, const base::StopToken &stop) override
    {
        return m_desk.work(job.id, stop, [this, &job](orders::Visit &visit, store::Connection &) { return write(job, visit); });
    }

private:
    Result<Done> write(const exchange::Job &job, orders::Visit &visit) const
    {
        PFX_ASSIGN(const auto payload, base::JsonReader::parse(job.body));
        PFX_ASSIGN(const qint64 task, payload.integer(QStringLiteral("task")));
        CommentFacts facts;
        PFX_ASSIGN(facts.recipient, payload.text(QStringLiteral("to")));
        PFX_ASSIGN(facts.state, payload.text(QStringLiteral("state")));
        PFX_ASSIGN(facts.detail, payload.text(QStringLiteral("detail"), {}));
        PFX_ASSIGN(const qint64 comment, visit.api.addComment(task, m_words(facts).toHtmlEscaped(), planfix::Notice::Silent));
        return Done{{}, QStringLiteral("{\"comment\":%1}").arg(comment)};
    }

    orders::PlanfixDesk m_desk;
    const CommentWords m_words;
};

} // namespace

exchange::Lane commentLane(const orders::Office &office, CommentWords words)
{
    return {exchange::Queue::Outbox, QStringLiteral("sms-comments"),
            [&office, words = std::move(words)] { return std::make_unique<CommentHandler>(office, words); }, 1, 0};
}

} // namespace pfx::sms
