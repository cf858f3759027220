// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses that must not be written to: search, adding, taking away, files; the rows come from the table's model. GUI thread.
#pragma once

#include "ui/mailing/mailing_service.h"

#include <QTimer>

namespace pfx::ui {

struct SuppressedState {
    enum class Body { Loading, Empty, NothingFound, Rows, Failed };
    Body body = Body::Loading;
    QString typed; ///< In the search field.
    QString search; ///< What the table shows.
    std::optional<qint64> count;
    std::optional<base::Error> error;

    QString email; ///< Of the form.
    mailing::Reason reason = mailing::Reason::Manual;
    bool badEmail = false; ///< Said below the field.

    enum class Deed { None, Added, Removed, Imported, Exported };
    Deed done = Deed::None;
    QString what; ///< The address, or the file.
    ImportedAddresses imported;
    std::optional<base::Error> deedError;
    bool busy = false;

    bool canAdd() const { return !busy && !email.trimmed().isEmpty(); }
};

class SuppressedPresenter : public QObject {
    Q_OBJECT

public:
    explicit SuppressedPresenter(MailingService &service, QObject *parent = nullptr);

    const SuppressedState &state() const { return m_state; }
    void setSearchDelay(int ms) { m_delay.setInterval(ms); }
    void reload();
    void setTyped(const QString &text);
    void searchNow();
    void setEmail(const QString &email);
    void setReason(mailing::Reason reason);
    void add();
    void remove(const QStringList &emails);
    void importFrom(const QString &path);
    void exportTo(const QString &path);
    void dismiss();

    // What became of the question, told by the table's model.
    void firstRowsArrived(qint64 rows);
    void counted(qint64 rows);
    void queryFailed(const base::Error &error);

signals:
    void changed();
    void queryChanged(const QString &search);

private:
    void begin();
    void finish(base::Result<void> result, SuppressedState::Deed deed, const QString &what);

    MailingService &m_service;
    SuppressedState m_state;
    QTimer m_delay;
};

} // namespace pfx::ui
