// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt leaves undone for people who use the window through a screen reader. GUI thread.
#pragma once

class QAbstractItemView;

namespace pfx::ui {

/// Once a program, before its windows. Combo boxes are then known by their accessible name, with the chosen line as their text; Qt gives the
/// chosen line as the name on X11 and Wayland. Tool buttons that exclude one another are radio buttons. A scroll area may be asked
/// for a child that is not there any more.
void installAccessibility();

/// A row selected by a screen reader becomes the current one, as after a click; by itself Qt only paints it. After the view's model is set.
void followSelection(QAbstractItemView *view);

} // namespace pfx::ui
