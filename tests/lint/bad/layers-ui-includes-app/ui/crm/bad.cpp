// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/main_window.h"
