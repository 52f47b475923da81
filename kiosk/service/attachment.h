// attachmentOf: a document that was photographed, as the backend takes it; private to this folder.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/flow/effect.h"
#include "kiosk/model/request.h"

namespace balady::service {

/// One picture is sent as it is, several pages are bound into one PDF. With its checksum. Faults: Malformed if one of
/// several is no JPEG.
[[nodiscard]] Result<model::Attachment> attachmentOf(const flow::Picture& picture);

} // namespace balady::service
