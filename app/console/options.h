// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of planfix-console, with what the environment adds. Main thread, before anything is built.
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace pfx::console {

struct Options
{
    QString profile, store; ///< As given; app::chooseProfile knows the rest.
    QString language;  ///< As given; empty: the system's.
    QString style;     ///< "light", "dark"; empty: the system's.
    bool demo = false; ///< Invented services and data; nothing is kept.
    bool version = false, help = false;
};

/// Usage with the parser's words when an option is unknown or has no value.
base::Result<Options> parseOptions(const QStringList &arguments);
QString helpText();

/// Language and colours that were chosen in the settings, where the command line says nothing.
Options withChoices(Options options);

} // namespace pfx::console
