// SPDX-License-Identifier: GPL-3.0-or-later
// What the chips at the window's bottom say of Planfix and of the server: tone, a few words, a sentence with the next step. Pure; any thread
// with translators installed.
#pragma once

#include "ui/common/live.h"
#include "ui/common/theme.h"

#include <QCoreApplication>

namespace pfx::console {

struct ChipText
{
    ui::Tone tone = ui::Tone::Muted;
    QString words;
    QString detail;

    bool operator==(const ChipText &) const = default;
};

class ChipTexts
{
    Q_DECLARE_TR_FUNCTIONS(pfx::console::ChipTexts)
public:
    static ChipText planfix(const ui::PlanfixState &state, const std::optional<base::Error> &secretsTrouble, qint64 nowMs);
    static ChipText server(const ui::ServerState &state);
    /// "10:31  POST /orders → 201"
    static QString request(const server::RecentRequest &request);

private:
    static ChipText held(const ui::PlanfixState &state, qint64 nowMs);
};

} // namespace pfx::console
