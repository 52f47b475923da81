// Authorities: two certificate authorities for TLS tests, made once a program.
#pragma once

#include "tests/sandbox/pki.h"
#include "tests/support/temp_folder.h"

namespace balady::tests {

/// "own" is trusted on both sides, "foreign" is somebody else's.
struct Authorities {
    TempFolder folder;
    sandbox::PkiFiles own = sandbox::developmentPki(folder / "own").value();
    sandbox::PkiFiles foreign = sandbox::developmentPki(folder / "foreign").value();

    static const Authorities& get() {
        static const Authorities kAuthorities;
        return kAuthorities;
    }
};

} // namespace balady::tests
