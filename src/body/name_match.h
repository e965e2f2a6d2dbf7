#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How well a name answers what a person has typed. Pure; knows no body.

namespace dorsum::body {

/// The words of a text as they are compared: lower case, without accents, split at all that is neither letter nor
/// digit. "Érecteurs du rachis (L5)" becomes erecteurs, du, rachis, l5. Letters beyond Latin stay as they are; what is
/// no UTF-8 is taken byte by byte.
[[nodiscard]] std::vector<std::string> words_to_match(std::string_view text);

/// How many slips of the hand lie between two words: a letter too many, missing, wrong, or two neighbours exchanged.
/// No pair of letters is exchanged and then changed again.
/// F. J. Damerau (1964), Communications of the ACM 7:171-176; V. I. Levenshtein (1966), Soviet Physics Doklady
/// 10:707-710, in the form of the optimal string alignment.
[[nodiscard]] int slips_between(std::string_view a, std::string_view b);

/// The fewest slips between what was typed so far and any beginning of a word.
[[nodiscard]] int slips_to_beginning(std::string_view typed, std::string_view word);

/// So many slips a word of this many letters may hold: none below 4, then 1, 2 from 6, 3 from 10.
[[nodiscard]] int slips_allowed(std::size_t letters);

/// Smaller is better; one without slips is always better than one with some.
struct NameFit {
    int slips = 0;
    int cost = 0;  ///< how much of the name was typed, and where in it
    friend auto operator<=>(const NameFit&, const NameFit&) = default;
};

/// Empty where a typed word is in none of the name's words, neither whole, nor as a beginning, nor, from three letters
/// on, within, nor, where `with_slips`, as a slip of them. Nothing typed fits nothing.
[[nodiscard]] std::optional<NameFit> fit_of_name(const std::vector<std::string>& typed,
                                                 const std::vector<std::string>& name, bool with_slips);

}  // namespace dorsum::body
