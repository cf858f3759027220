// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_import_service.h"
