// SPDX-License-Identifier: GPL-3.0-or-later
// Import reports and errors as JSON objects: the keys are those of the contract. Any thread.
#pragma once

#include "app/ctl/json_writer.h"
#include "core/migration/report.h"

namespace pfx::ctl::json {

void write(JsonWriter &json, const migration::RunReport &report);
/// {"code","message","advice"}
void write(JsonWriter &json, const base::Error &error);

} // namespace pfx::ctl::json
