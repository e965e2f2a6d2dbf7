#pragma once

#include <cstdint>

namespace dorsum::lesson {

enum class BreathPhase { inhale, exhale };

/// A regular breath. Time 0 is the start of an inhalation.
struct BreathLaw {
    double breath_per_min = 6.0;  ///< valid from 4 to 20
    double inhale_share = 0.45;   ///< of the whole cycle; valid from 0.2 to 0.8

    [[nodiscard]] double cycle_s() const { return 60.0 / breath_per_min; }
};

inline constexpr double breath_per_min_lowest = 4.0;
inline constexpr double breath_per_min_highest = 20.0;
inline constexpr double breath_per_min_default = 6.0;
inline constexpr double inhale_share_lowest = 0.2;
inline constexpr double inhale_share_highest = 0.8;

/// The breath at one instant.
struct Breath {
    BreathPhase phase = BreathPhase::inhale;
    double phase_share = 0.0;  ///< 0 at the start of this phase, 1 at its end
    double rise = 0.0;         ///< of the chest: 0 empty, 1 full; grows throughout the inhalation
};

/// A pure function of time, defined for every finite time, negative ones included. A law out of
/// range is brought into range.
[[nodiscard]] Breath breath_at(const BreathLaw& law, double time_s);

/// The law with each value brought into its valid range; values that are no number become the default.
[[nodiscard]] BreathLaw in_range(const BreathLaw& law);

/// The instant, in seconds, at which a phase of a cycle starts. Cycle 0 starts at time 0.
[[nodiscard]] double start_of_phase(const BreathLaw& law, BreathPhase phase, std::int64_t cycle);

/// Which phase of which cycle an instant belongs to. A phase owns its start and not its end,
/// compared exactly with start_of_phase(), so that whoever places something at those instants and
/// asks here agrees with breath_at() to the last bit. `law` is in range.
struct BreathPosition {
    std::int64_t cycle = 0;
    BreathPhase phase = BreathPhase::inhale;
};
[[nodiscard]] BreathPosition breath_position(const BreathLaw& law, double time_s);

}  // namespace dorsum::lesson
