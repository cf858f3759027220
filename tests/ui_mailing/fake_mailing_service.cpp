// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_mailing/fake_mailing_service.h"
