// Outbox: requests that the terminal has accepted and the platform has not got yet, encrypted on the disk; core thread.
#pragma once

#include "kiosk/model/kept_request.h"
#include "kiosk/ports/task.h"

#include <cstdint>
#include <string>
#include <vector>

namespace balady::ports {

using model::KeptEntry;
using model::KeptRequest;
using model::KeptState;

class Outbox {
  public:
    virtual ~Outbox() = default;

    /// On the disk, encrypted, when it returns the request's number. A key that is kept already has the number that it
    /// had. AccessDenied without a key to encrypt with; StorageFull, StorageCorrupt, HardwareError: nothing is kept.
    virtual Task<std::int64_t> keep(KeptRequest request) = 0;

    /// Everything that is kept, oldest first.
    virtual Task<std::vector<KeptEntry>> entries() = 0;
    /// Numbers of those that the terminal's keys do not open.
    virtual Task<std::vector<std::int64_t>> unreadable() = 0;

    /// An uploaded attachment has its id in `draft.attachmentIds`, in the order of the attachments, "" where it was not
    /// uploaded yet. NotFound: no such number, or none of the keys opens it. Tampered: it was changed.
    virtual Task<KeptRequest> open(std::int64_t number) = 0;
    /// The platform has this attachment now, by that id; "" forgets it.
    virtual Task<Done> noteUpload(std::int64_t number, std::size_t attachment, std::string id) = 0;
    /// Writes state, attempts, notBefore and reason of the entry with this number. NotFound if it is gone.
    virtual Task<Done> note(KeptEntry entry) = 0;
    /// Nothing of it is left in the store's files when this returns.
    virtual Task<Done> erase(std::int64_t number) = 0;
};

} // namespace balady::ports
