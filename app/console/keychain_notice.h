// SPDX-License-Identifier: GPL-3.0-or-later
// Above every page while keys cannot be read: what is wrong with the keychain, what to do, and «Попробовать снова». The window works on
// meanwhile. GUI thread.
#pragma once

#include "core/base/error.h"

#include <QWidget>

#include <optional>

namespace pfx::ui {
class Banner;
class Live;
}

namespace pfx::console {

class KeychainNotice : public QWidget
{
    Q_OBJECT
public:
    explicit KeychainNotice(QWidget *parent = nullptr); ///< Hidden while there is nothing to say.
    void follow(ui::Live *live);                        ///< Null: nothing any more.

private:
    void show(const std::optional<base::Error> &trouble);
    void tryAgain();

    ui::Live *m_live = nullptr;
    ui::Banner *m_banner;
    std::optional<base::Error> m_shown;
    bool m_trying = false;
};

} // namespace pfx::console
