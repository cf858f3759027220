// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_crm/fake_crm_service.h"
