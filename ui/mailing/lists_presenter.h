// SPDX-License-Identifier: GPL-3.0-or-later
// The lists and what stands about the chosen one, without widgets; the rows of its members come from the table's model. GUI thread.
#pragma once

#include "ui/mailing/mailing_service.h"

namespace pfx::ui {

struct ListsState {
    enum class Body { Loading, Empty, Lists, Failed };
    Body body = Body::Loading;
    QVector<ListView> lists;
    std::optional<base::Error> error; ///< Of Failed.

    qint64 selected = 0; ///< 0: none.
    std::optional<ListDetails> details; ///< No value while it is being read.
    QStringList targets; ///< Services that the list is not forwarded to yet.

    enum class Deed { None, Exported, Removed, Restored, Forwarded, ForwardEnded, Compared };
    Deed done = Deed::None; ///< What was done last, to be told of.
    QString doneWhere; ///< Of Exported: the file; of Forwarded and ForwardEnded: the service.
    std::optional<base::Error> deedError;
    bool busy = false;

    bool isDeleted() const { return details && details->list.deletedAt.has_value(); }
    bool canAct() const { return details.has_value() && !busy; }
    bool canExport() const { return canAct() && details->counts.writable > 0; }
    bool canForward() const { return canAct() && !isDeleted() && !targets.isEmpty(); }
};

class ListsPresenter : public QObject {
    Q_OBJECT

public:
    explicit ListsPresenter(MailingService &service, QObject *parent = nullptr) : QObject(parent), m_service(service) { }

    const ListsState &state() const { return m_state; }
    /// Reads everything again; the choice stays.
    void reload();
    void select(qint64 listId);

    void exportTo(const QString &path);
    void removeSelected();
    void restoreSelected();
    void forwardTo(const QString &target);
    void endForward(const ForwardView &forward);
    void compareNow(const ForwardView &forward);
    void dismiss();

signals:
    void changed();
    /// Another list, or its members may have changed: the table reads them anew.
    void membersChanged();

private:
    MailingService::Answer<void> then(ListsState::Deed deed, const QString &where = {});
    void begin();
    void readDetails();
    void readTargets();

    MailingService &m_service;
    ListsState m_state;
    QStringList m_allTargets;
};

} // namespace pfx::ui
