// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidjson/reader.h>
