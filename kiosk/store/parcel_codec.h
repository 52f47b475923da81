// ParcelCodec: a kept request's draft and attachments as bytes to be sealed; private to this folder, any thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/secret.h"
#include "kiosk/model/kept_request.h"

namespace balady::store {

/// What part 0 holds: the draft without attachment ids, and what is known of each attachment but its content.
[[nodiscard]] SecretBytes encodeDraft(const model::KeptRequest& request);
/// Fills draft and attachments of `request`; contents stay empty. Malformed for anything that encodeDraft() did not make.
[[nodiscard]] Result<Done> decodeDraft(ByteView bytes, model::KeptRequest& request);

} // namespace balady::store
