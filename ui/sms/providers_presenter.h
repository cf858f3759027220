// SPDX-License-Identifier: GPL-3.0-or-later
// The providers in their order, and the form of one of them, without widgets. GUI thread.
#pragma once

#include "ui/sms/standing.h"

#include <QHash>

namespace pfx::ui {

struct ProvidersState {
    bool editing = false; ///< The form is open.
    bool isNew = true; ///< Of the form: its name can be chosen.
    sms::ProviderDraft draft;
    QString wrongField; ///< "name", "url", "login", "password", "key", "rate", "price", "options".
    QString wrongDetail; ///< In the driver's own words.
    bool busy = false;
    QString saved; ///< Name of the one that was saved just now.
    std::optional<base::Error> error;

    struct Checked {
        bool running = false;
        std::optional<sms::ProviderCheck> check;
        std::optional<base::Error> error;
    };
    QHash<QString, Checked> checks;

    QStringList access() const; ///< What the chosen driver asks for.
    bool wantsUrl() const;
    QString usualUrl() const;
};

class ProvidersPresenter : public QObject {
    Q_OBJECT

public:
    ProvidersPresenter(SmsService &service, Standing &standing, QObject *parent = nullptr);

    const ProvidersState &state() const { return m_state; }
    const Standing &standing() const { return m_standing; }
    /// The kinds there are, the most usual one first.
    static QStringList drivers();

    void begin();
    void edit(const QString &name);
    void setDraft(const sms::ProviderDraft &draft);
    void leave();
    void save();

    void remove(const QString &name);
    /// Up (-1) or down (+1) in the order.
    void move(const QString &name, int by);
    void pause(const QString &name, sms::Pause pause);
    /// Of one that stands still because of its account: the person has mended it.
    void wake();
    void check(const QString &name);

signals:
    void changed();

private:
    SmsService::Answer<void> then();
    QString freeName(const QString &wanted) const;

    SmsService &m_service;
    Standing &m_standing;
    ProvidersState m_state;
    bool m_nameIsOurs = true; ///< The name follows the driver until the person writes one.
};

} // namespace pfx::ui
