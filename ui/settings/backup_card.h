// SPDX-License-Identifier: GPL-3.0-or-later
// A backup now, and a backup in the place of the database. GUI thread.
#pragma once

#include "ui/common/card.h"

namespace pfx::ui {

class Banner;
class Button;
struct Services;

class BackupCard : public Card {
    Q_OBJECT

public:
    explicit BackupCard(Services &services, QWidget *parent = nullptr);

private:
    void askWhereTo();
    void backUp(const QString &file);
    void askWhatFrom();
    void restore(const QString &file);

    Services &m_services;
    const bool m_isFile;
    Button *m_backup;
    Banner *m_told;
};

} // namespace pfx::ui
