// SPDX-License-Identifier: GPL-3.0-or-later
// Planfix's JSON to its structs. What an answer must have (id) is checked and named by its path; what it may lack stays empty. Any thread.
#pragma once

#include "core/base/json.h"
#include "core/planfix/entities.h"

namespace pfx::planfix {

base::Result<Task> readTask(const base::JsonReader &json);
base::Result<Contact> readContact(const base::JsonReader &json);
base::Result<User> readUser(const base::JsonReader &json);
base::Result<Comment> readComment(const base::JsonReader &json);
base::Result<Status> readStatus(const base::JsonReader &json);
base::Result<Named> readNamed(const base::JsonReader &json);
base::Result<CustomField> readCustomField(const base::JsonReader &json);
base::Result<FileInfo> readFile(const base::JsonReader &json);
base::Result<DirectoryEntry> readDirectoryEntry(const base::JsonReader &json);
/// `failures` is a list in the schema and one object in the examples.
base::Result<QVector<FieldFailure>> readFailures(const base::JsonReader &json);

} // namespace pfx::planfix
