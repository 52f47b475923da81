// LookUpLimit: how many identity numbers one terminal asks the platform for that nobody confirms; counts only, and no numbers.
#pragma once

#include <chrono>

namespace balady::flow {

/// What stands behind a number that the platform is asked for.
enum class Claim {
    Fresh, ///< it was typed, or comes from a chip that nobody vouches for
    Again, ///< the same number as before, in the same sitting: another message, another try
    Proven ///< it comes from a chip that a trusted issuer signed: not counted
};

/// A bucket of tokens for the whole terminal, so that a stranger cannot type one number after the other and learn which ones
/// there are, send messages to their owners or guess at codes; whoever confirms a number gets its tokens back. Each
/// challenge has three tries of its code, so this bounds codes too. Pure; core thread.
class LookUpLimit {
  public:
    using Moment = std::chrono::steady_clock::time_point;
    /// In a row; about what a morning's families need who leave again without confirming.
    static constexpr int kBurst = 10;
    /// Until the next one.
    static constexpr std::chrono::minutes kEach{2};

    /// Until the platform may be asked again; zero: now.
    [[nodiscard]] std::chrono::seconds wait(Moment now) const;
    /// The platform is asked; it was allowed.
    void began(Claim claim, Moment now);
    /// That question had no answer, so nobody learned anything.
    void failed();
    /// The person of the last number is who they say they are: all its questions were theirs.
    void confirmed();

    /// When nothing will be counted any more, if nobody asks: all that has to be kept of it.
    [[nodiscard]] Moment free() const { return m_free; }
    /// Goes on where another left off. What cannot be (more than is ever counted) is as much as can be.
    void goOnFrom(Moment free, Moment now);

  private:
    void giveBack(int tokens);

    Moment m_free{};  ///< each token that is counted is kEach of the time until then
    int m_ofLast = 0; ///< asked for the last number
};

} // namespace balady::flow
