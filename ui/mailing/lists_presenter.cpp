// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/lists_presenter.h"

#include <algorithm>

namespace pfx::ui {

using base::Result;
using Deed = ListsState::Deed;

void ListsPresenter::reload()
{
    m_service.lists(this, [this](Result<QVector<ListView>> lists) {
        m_state.error.reset();
        if (!lists) {
            m_state.error = std::move(lists.error());
            m_state.body = ListsState::Body::Failed;
            emit changed();
            return;
        }
        m_state.lists = std::move(*lists);
        m_state.body = m_state.lists.isEmpty() ? ListsState::Body::Empty : ListsState::Body::Lists;
        const auto isChosen = [this](const ListView &one) { return one.list.id == m_state.selected; };
        if (std::none_of(m_state.lists.cbegin(), m_state.lists.cend(), isChosen))
            m_state.selected = m_state.lists.isEmpty() ? 0 : m_state.lists.first().list.id;
        emit changed();
        emit membersChanged();
        readDetails();
    });
    readTargets();
}

void ListsPresenter::readTargets()
{
    m_service.connection(this, [this](Result<ConnectionFacts> facts) {
        m_allTargets.clear();
        if (facts) {
            for (const mailing::Target &target : facts->targets)
                m_allTargets.append(target.name);
        }
        readDetails();
    });
}

void ListsPresenter::select(qint64 listId)
{
    if (listId == m_state.selected)
        return;
    m_state.selected = listId;
    m_state.details.reset();
    m_state.done = Deed::None;
    m_state.deedError.reset();
    emit changed();
    emit membersChanged();
    readDetails();
}

void ListsPresenter::readDetails()
{
    if (m_state.selected == 0)
        return;
    m_service.details(this, m_state.selected, [this, asked = m_state.selected](Result<ListDetails> details) {
        if (asked != m_state.selected)
            return;
        if (!details) {
            m_state.deedError = std::move(details.error());
        } else {
            m_state.details = std::move(*details);
            m_state.targets = m_allTargets;
            for (const ForwardView &forward : std::as_const(m_state.details->forwards))
                m_state.targets.removeAll(forward.forward.target);
        }
        emit changed();
    });
}

void ListsPresenter::begin()
{
    m_state.busy = true;
    m_state.done = Deed::None;
    m_state.deedError.reset();
    emit changed();
}

MailingService::Answer<void> ListsPresenter::then(Deed deed, const QString &where)
{
    begin();
    return [this, deed, where](Result<void> result) {
        m_state.busy = false;
        if (result) {
            m_state.done = deed;
            m_state.doneWhere = where;
        } else {
            m_state.deedError = std::move(result.error());
        }
        emit changed();
        if (result && deed != Deed::Exported)
            reload();
    };
}

void ListsPresenter::exportTo(const QString &path)
{
    if (m_state.canExport())
        m_service.exportList(this, m_state.selected, path, then(Deed::Exported, path));
}

void ListsPresenter::removeSelected()
{
    if (m_state.canAct() && !m_state.isDeleted())
        m_service.removeList(this, m_state.selected, then(Deed::Removed));
}

void ListsPresenter::restoreSelected()
{
    if (m_state.canAct() && m_state.isDeleted())
        m_service.restoreList(this, m_state.selected, then(Deed::Restored));
}

void ListsPresenter::forwardTo(const QString &target)
{
    if (m_state.canForward() && m_state.targets.contains(target))
        m_service.beginForward(this, m_state.selected, target, then(Deed::Forwarded, target));
}

void ListsPresenter::endForward(const ForwardView &forward)
{
    if (m_state.canAct())
        m_service.endForward(this, forward.forward.id, then(Deed::ForwardEnded, forward.forward.target));
}

void ListsPresenter::compareNow(const ForwardView &forward)
{
    if (m_state.canAct())
        m_service.compareNow(this, forward, then(Deed::Compared, forward.forward.target));
}

void ListsPresenter::dismiss()
{
    m_state.done = Deed::None;
    m_state.deedError.reset();
    emit changed();
}

} // namespace pfx::ui
