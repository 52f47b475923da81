// Catalogue: turns the service files of config/catalogue into one document, and a document into services; no
// state.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/service.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace balady::catalogue {

/// The document {"version", "lists", "services"} made of every *.json under `directory`/services and
/// `directory`/lists. Services are in the order of "rank", then of id; "version" is the SHA-256 of the other
/// two members as serialised, so that the same files give the same ETag everywhere. Checks only what belongs
/// to the files themselves (JSON, and a file is named after its id); readDocument() checks the contents.
/// Faults: NotFound (no such directory), AccessDenied, InvalidData.
[[nodiscard]] Result<std::string> assembleDirectory(const std::filesystem::path& directory);

/// Every service of a document, with its lists resolved; "services" is the list of all services but ratings.
/// Strict (config/schema/service.schema.json and list.schema.json, plus what a schema cannot say): unknown
/// members and words, missing or over-long texts, duplicate ids, questions that depend on no question,
/// unknown lists and gates to unknown services are InvalidData; the context holds the service or list and the
/// JSON pointer (RFC 6901) inside it. One bad service refuses the document: a terminal keeps its last good
/// catalogue rather than half of a new one.
[[nodiscard]] Result<model::Catalogue> readDocument(std::string_view json);

} // namespace balady::catalogue
