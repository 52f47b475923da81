#include "kiosk/backend/codec_upload.h"

#include "kiosk/backend/codec_json.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace balady::backend {

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

} // namespace balady::backend
