// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_page.h"
