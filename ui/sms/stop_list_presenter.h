// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that are never written to, without widgets: search, adding, allowing again, a file. GUI thread.
#pragma once

#include "ui/sms/sms_service.h"

#include <QTimer>

namespace pfx::ui {

struct StopListState {
    bool loading = true;
    QString typed; ///< In the search field.
    sms::StopListView view;
    std::optional<base::Error> error; ///< It could not be read.

    QString number, reason; ///< Of the form, as they are typed.
    bool badNumber = false; ///< Said below the field.

    enum class Deed { None, Added, Known, Allowed, InSetting, Imported };
    Deed done = Deed::None;
    QString what; ///< The number, or how many.
    qint64 left = 0; ///< Of the chosen ones those that the setting names: they stay stopped.
    AddedNumbers imported;
    std::optional<base::Error> deedError;
    bool busy = false;

    bool canAdd() const { return !busy && !number.trimmed().isEmpty(); }
};

class StopListPresenter : public QObject {
    Q_OBJECT

public:
    StopListPresenter(SmsService &service, const base::Clock &clock, QObject *parent = nullptr);

    const StopListState &state() const { return m_state; }
    /// Also looks for what is typed without waiting for more.
    void reload();
    void setTyped(const QString &text);
    void setNumber(const QString &number);
    void setReason(const QString &reason);
    void add();
    /// Those of the shown rows that the setting names are left and told of.
    void allow(const QStringList &recipients);
    bool isInSetting(const QString &recipient) const;
    void importFrom(const QString &path);

signals:
    void changed();

private:
    void begin();
    void finish(std::optional<base::Error> error, StopListState::Deed deed, const QString &what);

    SmsService &m_service;
    const base::Clock &m_clock;
    StopListState m_state;
    QTimer m_delay;
};

} // namespace pfx::ui
