// Upload: one attachment in chunks, resumed where the platform stands; core thread. Private to this folder.
#pragma once

#include "kiosk/backend/client.h"

namespace balady::backend {

/// The platform's id of the attachment. `client` must outlive the task. Faults: those of Client::send().
ports::Asked<std::string> upload(Client& client, SecretText token, model::Attachment attachment);

} // namespace balady::backend
