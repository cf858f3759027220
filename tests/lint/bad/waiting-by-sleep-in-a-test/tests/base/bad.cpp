// SPDX-License-Identifier: GPL-3.0-or-later
void wait() { std::this_thread::sleep_for(seconds); }
