// Resumable uploads of the contract as JSON; any thread.
#pragma once

#include "kiosk/backend/http_message.h"
#include "kiosk/model/request.h"
#include "kiosk/model/upload_ticket.h"

#include <cstdint>

namespace balady::backend {

/// How far the backend says that an upload got.
struct UploadProgress {
    std::string id;
    std::size_t offset = 0; ///< bytes that it holds
    bool complete = false;  ///< checked and kept
};

[[nodiscard]] WipedText encodeUploadStart(const model::Attachment& attachment);
/// Malformed also if the offset is beyond `size`, which is the attachment's own.
[[nodiscard]] Result<UploadProgress> decodeUpload(std::string_view body, std::size_t size);

[[nodiscard]] WipedText encodeTicketStart(std::string_view serviceId, std::string_view documentId);
/// The address is not judged here: model::isTicketAddress() knows what it may be.
[[nodiscard]] Result<model::UploadTicket> decodeTicket(std::string_view body);

} // namespace balady::backend
