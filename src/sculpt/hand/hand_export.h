#pragma once

#include <filesystem>

#include "core/error.h"

namespace dorsum::sculpt {

struct Hands;

/// Writes a binary glTF 2.0 file in metres with the nodes `hand_right` and `hand_left`, each a
/// skinned mesh over twenty joints ("index_metacarpophalangeal_right"), and one animation per pose
/// that holds the joints of both hands in it. The same hands give the same bytes.
[[nodiscard]] Result<void> export_skinned_hands(const Hands& hands, const std::filesystem::path& target);

}  // namespace dorsum::sculpt
