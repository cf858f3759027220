// SPDX-License-Identifier: GPL-3.0-or-later
// Every shared widget in its states on one board, for tests and for looking at. GUI thread.
#pragma once

#include <QWidget>

#include <memory>

namespace pfx::test {

std::unique_ptr<QWidget> makeBoard();
std::unique_ptr<QWidget> makeEmptyBoard();

} // namespace pfx::test
