// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chooses about the window itself, kept beside the window's place (view.ini): language, colours, how much the log says. Read at
// the start and put into force at once when it is changed. GUI thread.
#pragma once

#include "ui/common/theme.h"

namespace pfx::ui {

class ViewSettings;

namespace program {

/// "ru", "en"; empty: the system's.
QString language(const ViewSettings &settings);
void setLanguage(ViewSettings &settings, const QString &language);

/// "light", "dark"; empty: the system's.
QString colors(const ViewSettings &settings);
void setColors(ViewSettings &settings, const QString &name);

enum class LogLevel { Usual, Detailed };
LogLevel logLevel(const ViewSettings &settings);
void setLogLevel(ViewSettings &settings, LogLevel level);
/// Puts the log's level into force.
void applyLogLevel(const ViewSettings &settings);

} // namespace program
} // namespace pfx::ui
