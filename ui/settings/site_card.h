// SPDX-License-Identifier: GPL-3.0-or-later
// What the company's site needs: the address for its orders with the key, where changes are told to it and the key of their signature. GUI
// thread.
#pragma once

#include "ui/common/card.h"

namespace pfx::ui {

class CopyRow;
class SettingsPresenter;
struct Services;

class SiteCard : public Card {
    Q_OBJECT

public:
    SiteCard(Services &services, SettingsPresenter &settings, QWidget *parent = nullptr);

private:
    void showAddress();

    Services &m_services;
    CopyRow *m_address;
};

} // namespace pfx::ui
