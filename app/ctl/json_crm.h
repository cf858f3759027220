// SPDX-License-Identifier: GPL-3.0-or-later
// Employees, contacts, companies, deals and pipelines as JSON objects: the keys are those of the contract (docs: pfxctl). What is unknown
// is null. Any thread.
#pragma once

#include "app/ctl/json_writer.h"
#include "core/crm/lists.h"

namespace pfx::ctl::json {

void write(JsonWriter &json, const crm::Employee &employee);
void write(JsonWriter &json, const crm::ContactDetails &details);
void write(JsonWriter &json, const crm::CompanyDetails &details);
void write(JsonWriter &json, const crm::DealDetails &details);
void write(JsonWriter &json, const crm::Pipeline &pipeline);

} // namespace pfx::ctl::json
