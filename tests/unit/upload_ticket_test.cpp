// Addresses that a terminal may show to citizens.
#include "kiosk/model/upload_ticket.h"

#include <doctest/doctest.h>

using balady::model::isTicketAddress;

TEST_CASE("foreign_address_is_shown_to_the_citizen") {
    constexpr auto kOrigin = "https://phone.example:8444";
    CHECK(isTicketAddress("https://phone.example:8444/d/7K3M-9QXA", kOrigin));
    for (const auto* address :
         {"", "https://phone.example:8444", "https://phone.example:8444/", "http://phone.example:8444/d/a",
          "https://phone.example:84440/d/a", "https://phone.example:8444.evil.example/d/a",
          "https://phone.example:8444@evil.example/d/a", "https://phone.example/d/a",
          "https://evil.example/d/a", "https://phone.example:8444/d/a?next=https://evil.example",
          "https://phone.example:8444/d/a#b", "https://phone.example:8444/../a",
          "https://phone.example:8444/d/%61", "https://phone.example:8444/d/\xd8\xa7"}) {
        CAPTURE(address);
        CHECK_FALSE(isTicketAddress(address, kOrigin));
    }
    CHECK_FALSE(isTicketAddress("https://phone.example:8444/d/" + std::string(128, 'a'), kOrigin));
    CHECK_FALSE(isTicketAddress("https://a/d/b", "")); // no telephones at this terminal
    CHECK_FALSE(isTicketAddress("https://a/d/b", "https://"));
    CHECK_FALSE(isTicketAddress("http://a/d/b", "http://a"));
}
