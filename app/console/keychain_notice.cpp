// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/keychain_notice.h"

#include "ui/common/banner.h"
#include "ui/common/live.h"
#include "ui/common/theme.h"

#include <QVBoxLayout>

namespace pfx::console {

using namespace ui;

KeychainNotice::KeychainNotice(QWidget *parent) : QWidget(parent), m_banner(new Banner(QStringLiteral("keychainTrouble"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::PageMargin, metrics::CardSpacing, metrics::PageMargin, 0);
    column->addWidget(m_banner);
    hide();
}

void KeychainNotice::follow(Live *live)
{
    if (m_live)
        m_live->disconnect(this);
    m_live = live;
    if (m_live)
        connect(m_live, &Live::changed, this, [this] { show(m_live->secretsTrouble()); });
    show(m_live ? m_live->secretsTrouble() : std::nullopt);
}

void KeychainNotice::show(const std::optional<base::Error> &trouble)
{
    const bool tried = std::exchange(m_trying, false);
    if (trouble == m_shown && !tried)
        return; // what a person is reading stays as it is
    m_shown = trouble;
    m_banner->clear();
    if (trouble) {
        m_banner->showError(*trouble);
        auto *again = m_banner->addAction(tr("Try again"), QStringLiteral("keychainTryAgain"), ButtonKind::Normal, QStringLiteral("view-refresh"));
        connect(again, &QPushButton::clicked, this, &KeychainNotice::tryAgain);
        connect(again, &QPushButton::clicked, again, [again] { again->setEnabled(false); });
        if (tried)
            again->setFocus();
    }
    setVisible(trouble.has_value());
}

void KeychainNotice::tryAgain()
{
    m_trying = true;
    m_live->readAgain();
}

} // namespace pfx::console
