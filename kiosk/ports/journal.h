// Journal: what the terminal meant to do, on disk before it is done, so that a lost answer is reconciled; core thread.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/ports/task.h"

#include <string>
#include <vector>

namespace balady::ports {

/// One intent. No personal data: the key and the service say enough to ask the backend.
struct Intent {
    std::string idempotencyKey;
    std::string serviceId;
    WallTime begunAt = {}; ///< as the journal knows it; begin() sets its own
};

enum class Settlement { Accepted, Refused, NeverArrived };

class Journal {
  public:
    virtual ~Journal() = default;
    /// Durable when it returns.
    virtual Task<Done> begin(Intent intent) = 0;
    virtual Task<Done> settle(std::string idempotencyKey, Settlement how) = 0;
    /// Intents begun and not settled, oldest first.
    virtual Task<std::vector<Intent>> unsettled() = 0;
};

/// Small documents that outlive the process (catalogue, verification keys, how many look-ups are counted), by name; nothing
/// personal.
class DocumentCache {
  public:
    virtual ~DocumentCache() = default;
    struct Document {
        std::string body;
        std::string etag;
    };
    /// NotFound if there is none.
    virtual Task<Document> load(std::string name) = 0;
    virtual Task<Done> save(std::string name, Document document) = 0;
};

} // namespace balady::ports
