// SPDX-License-Identifier: GPL-3.0-or-later
// «Новая заявка» and the changing of one, without widgets: the draft, its errors (shown once saving was tried), the saving. GUI thread.
#pragma once

#include "ui/orders/order_draft.h"
#include "ui/orders/orders_service.h"

namespace pfx::ui {

struct OrderFormState
{
    OrderDraft draft, first; ///< `first`: as the form was opened.
    orders::Order known;     ///< Of one that is changed; id 0 of a new one.
    bool isTried = false;    ///< Saving was asked for: errors are shown from then on.
    DraftErrors errors;
    bool isSaving = false;
    std::optional<base::Error> error;

    bool isNew() const { return known.id == 0; }
    bool isTouched() const { return draft != first; }
    /// Of a field, while errors are shown.
    QString errorOf(const QString &field) const { return isTried ? errors.value(field) : QString(); }
};

class OrderFormPresenter : public QObject
{
    Q_OBJECT

public:
    explicit OrderFormPresenter(OrdersService &service, QObject *parent = nullptr);

    const OrderFormState &state() const { return m_state; }
    void openNew();
    void openOrder(const orders::Order &order);

    /// Takes over what the view has; the view owns the texts while a person types.
    void setDraft(const OrderDraft &draft);
    void addItem();
    void removeItem(qsizetype row);
    void addExtra();
    void removeExtra(qsizetype row);
    void save();

signals:
    void changed();        ///< Errors, sum, saving.
    void draftReplaced();  ///< The fields are to be filled anew.
    void saved(qint64 id);

private:
    void replace(const OrderDraft &draft);

    OrdersService &m_service;
    OrderFormState m_state;
};

} // namespace pfx::ui
