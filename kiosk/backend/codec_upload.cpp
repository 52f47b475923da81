#include "kiosk/backend/codec_upload.h"

#include "kiosk/backend/codec_json.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace balady::backend {
namespace {

constexpr std::int64_t kLargestFile = 5L * 1024 * 1024; // the contract's limit

std::optional<model::TicketState> ticketStateFromName(std::string_view text) {
    if (text == "waiting")
        return model::TicketState::Waiting;
    if (text == "received")
        return model::TicketState::Received;
    if (text == "expired")
        return model::TicketState::Expired;
    return std::nullopt;
}

model::ReceivedFile readReceived(const JsonNode& node) {
    model::ReceivedFile file;
    file.attachmentId = node.at("attachmentId").token(64, "-");
    file.mediaType = node.at("mediaType").token(64, "/");
    file.bytes = static_cast<std::size_t>(node.at("size").integer(1, kLargestFile));
    file.pages = static_cast<int>(node.at("pages").integer(0, 1000));
    file.mark = node.at("mark").token(4, "");
    return file;
}

model::UploadTicket readTicket(const JsonNode& node) {
    model::UploadTicket ticket;
    ticket.id = node.at("id").token(64, "-");
    ticket.state = node.at("state").named(ticketStateFromName);
    ticket.expiresAt = node.at("expiresAt").timestamp();
    if (const auto address = node.find("address"))
        ticket.address = address->text(200);
    if (ticket.state == model::TicketState::Received)
        ticket.received = readReceived(node.at("received"));
    return ticket;
}

} // namespace

WipedText encodeUploadStart(const model::Attachment& attachment) {
    boost::json::object object(wipedStorage());
    object.emplace("documentId", attachment.documentId);
    object.emplace("mediaType", attachment.mediaType);
    object.emplace("size", attachment.content.size());
    object.emplace("sha256", attachment.sha256Hex);
    return toText(std::move(object));
}

Result<UploadProgress> decodeUpload(std::string_view body, std::size_t size) {
    return decode(body, [size](const JsonNode& node) {
        UploadProgress progress;
        progress.id = node.at("id").token(64, "-");
        progress.offset =
            static_cast<std::size_t>(node.at("offset").integer(0, static_cast<std::int64_t>(size)));
        progress.complete = node.at("complete").boolean();
        return progress;
    });
}

WipedText encodeTicketStart(std::string_view serviceId, std::string_view documentId) {
    return toText(boost::json::value({{"serviceId", serviceId}, {"documentId", documentId}}, wipedStorage()));
}

Result<model::UploadTicket> decodeTicket(std::string_view body) {
    return decode(body, readTicket);
}

} // namespace balady::backend
