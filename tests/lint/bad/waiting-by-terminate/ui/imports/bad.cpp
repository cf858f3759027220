// SPDX-License-Identifier: GPL-3.0-or-later
void stop(QThread *thread) { thread->terminate(); }
