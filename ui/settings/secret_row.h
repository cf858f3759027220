// SPDX-License-Identifier: GPL-3.0-or-later
// A secret that this program makes for somebody else to present: whether there is one, and a button that makes or replaces it. It is shown
// once, right after, to be copied; then it stays in the keychain. GUI thread.
#pragma once

#include "core/base/result.h"

#include <QWidget>

namespace pfx::ui {

class Banner;
class Button;
class CopyRow;
class TextLabel;
struct Services;

struct SecretWords {
    QString label; ///< «Ключ сайта»
    QString none; ///< What is not possible without it.
    QString replaceTitle; ///< «Заменить ключ сайта?»
    QString replaceSentence; ///< What stops working with the old one.
};

class SecretRow : public QWidget {
    Q_OBJECT

public:
    /// `name` as in the contract ("orders.token"). Needs Services::live.
    SecretRow(Services &services, const QString &name, const SecretWords &words, QWidget *parent = nullptr);
    void reload();

private:
    void askToMake();
    void make();
    enum class Kept { No, Yes };
    void tell(const base::Result<Kept> &kept);
    bool isGiven() const;

    Services &m_services;
    const QString m_name;
    const SecretWords m_words;
    TextLabel *m_state;
    Button *m_make;
    CopyRow *m_value;
    Banner *m_trouble;
    Kept m_kept = Kept::No;
};

} // namespace pfx::ui
