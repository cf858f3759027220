// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_form_presenter.h"

namespace pfx::ui {

OrderFormPresenter::OrderFormPresenter(OrdersService &service, QObject *parent) : QObject(parent), m_service(service) {}

void OrderFormPresenter::openNew()
{
    m_state = {};
    m_state.draft.items.append(OrderDraft::Item{});
    m_state.first = m_state.draft;
    emit draftReplaced();
    emit changed();
}

void OrderFormPresenter::openOrder(const orders::Order &order)
{
    m_state = {};
    m_state.known = order;
    m_state.draft = m_state.first = draftOf(order);
    emit draftReplaced();
    emit changed();
}

void OrderFormPresenter::setDraft(const OrderDraft &draft)
{
    if (draft == m_state.draft)
        return;
    m_state.draft = draft;
    m_state.errors = check(draft);
    emit changed();
}

void OrderFormPresenter::replace(const OrderDraft &draft)
{
    setDraft(draft);
    emit draftReplaced();
}

void OrderFormPresenter::addItem()
{
    OrderDraft draft = m_state.draft;
    draft.items.append(OrderDraft::Item{});
    replace(draft);
}

void OrderFormPresenter::removeItem(qsizetype row)
{
    OrderDraft draft = m_state.draft;
    draft.items.remove(row);
    replace(draft);
}

void OrderFormPresenter::addExtra()
{
    OrderDraft draft = m_state.draft;
    draft.extra.append({{}, {}, QJsonValue(QJsonValue::Undefined)});
    replace(draft);
}

void OrderFormPresenter::removeExtra(qsizetype row)
{
    OrderDraft draft = m_state.draft;
    draft.extra.remove(row);
    replace(draft);
}

void OrderFormPresenter::save()
{
    if (m_state.isSaving)
        return;
    m_state.isTried = true;
    m_state.errors = check(m_state.draft);
    m_state.error.reset();
    m_state.isSaving = m_state.errors.isEmpty();
    emit changed();
    if (!m_state.isSaving)
        return;
    m_service.save(this, orderOf(m_state.draft, m_state.known), [this](const base::Result<qint64> &answer) {
        m_state.isSaving = false;
        if (answer) {
            m_state.first = m_state.draft; // nothing is lost by leaving
            emit changed();
            emit saved(*answer);
            return;
        }
        const base::Error &error = answer.error();
        if (error.code == base::ErrorCode::Conflict && error.where == QLatin1String("number"))
            m_state.errors.insert(error.where, tr("There is an order of that number already"));
        else
            m_state.error = error;
        emit changed();
    });
}

} // namespace pfx::ui
