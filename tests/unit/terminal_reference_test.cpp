#include "kiosk/model/terminal_reference.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

using namespace balady::model;

TEST_CASE("check_digits_differ_from_the_standards") {
    CHECK(mod97("5493001KJTIIGC8Y1R12") == 1); // a legal entity identifier (ISO 17442)
    CHECK(mod97("3214282912345698765432161182") ==
          1);                              // the IBAN of ISO 13616's example, turned as it demands
    CHECK(mod97("539007547034RF18") == 1); // a creditor reference (ISO 11649), likewise
    CHECK(mod97("5493001KJTIIGC8Y1R21") != 1);
}

TEST_CASE("terminal_reference_does_not_fit_a_form_or_the_contract") {
    const auto reference = terminalReference("dammam-07", 468201);
    CHECK(reference.starts_with("T-DAMMAM-07-468201-"));
    CHECK(isTerminalReference(reference));
    const auto longest = terminalReference("a-very-long-name-of-a-terminal-in-a-hall-0001", 99'999'999);
    CHECK(longest.size() <= 30);
    CHECK(longest.starts_with("T-L-IN-A-HALL-0001-99999999-"));
    CHECK(isTerminalReference(longest));
    CHECK(isTerminalReference(terminalReference("x", 1)));
}

TEST_CASE("mistyped_terminal_reference_passes") {
    const auto reference = terminalReference("dammam-07", 468201);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 2; i < reference.size(); ++i) {
        if (reference[i] == '-')
            continue;
        for (const char c : std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
            if (digit(c) != digit(reference[i])) // a letter for a digit is found in 96 of 97 cases
                continue;
            auto wrong = reference;
            wrong[i] = c;
            CHECK(isTerminalReference(wrong) == (c == reference[i]));
        }
        if (i + 1 < reference.size() && reference[i] != reference[i + 1] && reference[i + 1] != '-' &&
            digit(reference[i]) == digit(reference[i + 1])) {
            auto wrong = reference;
            std::swap(wrong[i], wrong[i + 1]);
            CHECK_FALSE(isTerminalReference(wrong));
        }
    }
    for (const char* other : {"", "T-", "RP-26-000001", "T-5F0C6A1E", "t-dammam-07-468201-10"})
        CHECK_FALSE(isTerminalReference(other));
}
