#include "kiosk/service/attachment.h"

#include "kiosk/crypto/crypto.h"
#include "printing/pdf/bound_pages.h"

namespace balady::service {

Result<model::Attachment> attachmentOf(const flow::Picture& picture) {
    model::Attachment attachment{picture.documentId, "image/jpeg", {}, {}};
    if (picture.stills.size() == 1) {
        attachment.content = picture.stills.front()->jpeg;
    } else {
        std::vector<ByteView> pages;
        for (const auto& still : picture.stills)
            pages.emplace_back(still->jpeg);
        auto bound = pdf::bindPages(pages);
        if (!bound)
            return bound.error().within("attachment");
        attachment.mediaType = "application/pdf";
        attachment.content = std::move(*bound);
    }
    attachment.sha256Hex = toHex(crypto::sha256(attachment.content));
    return attachment;
}

} // namespace balady::service
