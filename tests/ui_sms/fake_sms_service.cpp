// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_sms/fake_sms_service.h"
