// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/mapping_form.h"
