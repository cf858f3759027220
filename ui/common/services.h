// SPDX-License-Identifier: GPL-3.0-or-later
// What every page is given by its constructor. References live longer than any page.
#pragma once

#include <QString>

namespace pfx::base {
class Clock;
}
namespace pfx::store {
class Store;
}

namespace pfx::ui {

class Background;
class JobModel;
class Live;
class ProgramControl;
class Prompt;
class ViewSettings;

struct Services
{
    store::Store &store;
    Background &background;
    JobModel &jobs;
    const base::Clock &clock;
    Prompt &prompt;
    ViewSettings &settings;
    QString profileDir;
    Live *live = nullptr; ///< Null only where a test's page has no need of it.
    ProgramControl *program = nullptr; ///< Null where there is no program around the page.
};

} // namespace pfx::ui
