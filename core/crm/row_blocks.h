// SPDX-License-Identifier: GPL-3.0-or-later
// Whole entities as rows: one list of columns and one function that fills the cells for each table, used by both insert and update, so that
// the two cannot drift apart. Internal to core/crm; any thread.
#pragma once

#include "core/crm/entities.h"
#include "core/store/value.h"

namespace pfx::crm::rows {

const QStringList &contactColumns();
const QStringList &companyColumns();
const QStringList &dealColumns();
const QStringList &pipelineColumns();
const QStringList &stageColumns();

/// Appends one cell for each column, the id first.
void append(std::vector<store::Value> &cells, const Contact &contact);
void append(std::vector<store::Value> &cells, const Company &company);
void append(std::vector<store::Value> &cells, const Deal &deal);
void append(std::vector<store::Value> &cells, const Pipeline &pipeline);
void append(std::vector<store::Value> &cells, const Stage &stage);

} // namespace pfx::crm::rows
