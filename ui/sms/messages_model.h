// SPDX-License-Identifier: GPL-3.0-or-later
// Messages for the table, newest first, a page at a time however many there are. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/sms/pages.h"
#include "ui/common/keyset_model.h"

namespace pfx::ui {

class MessagesModel : public KeysetModel<sms::Message, qint64> {
    Q_OBJECT

public:
    enum Column { Time, To, Text, State, Provider, Sender, Parts, Retries, Number, ColumnCount };

    MessagesModel(Background &background, const base::Clock &clock, QObject *parent = nullptr);

    void show(const sms::MessageQuery &query);
    qint64 idAt(int row) const;
    /// Among the rows that were read last at the beginning; -1: not there.
    int rowOf(qint64 id) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const sms::Message &message, int column) const;

    const base::Clock &m_clock;
};

} // namespace pfx::ui
