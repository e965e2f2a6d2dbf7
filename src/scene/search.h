#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scene/subject.h"

namespace dorsum::scene {

enum class Found { structure, zone, landmark };

/// Something that a person may have meant; texts are translated.
struct Answer {
    Found kind = Found::structure;
    std::string name;
    std::string detail;            ///< the Latin name; of a zone its place; of a landmark what it is
    std::vector<std::string> ids;  ///< of a structure the names of its parts, the right one first; of a landmark its id
    int zone = 0;                  ///< of a zone its number
};

/// Finds structures, zones and landmarks by any of their names: English, Latin, translated, synonyms, groups. Made once
/// for a body and a lesson (about a millisecond); immutable.
class Search {
public:
    Search() = default;
    explicit Search(const Subject& subject);

    /// The best first; those that fit alike as the catalogue, the lesson and the body have them. Slips of the hand
    /// count only where nothing fits as it was typed, and then those with the fewest. Some tenths of a millisecond.
    [[nodiscard]] std::vector<Answer> answers(std::string_view typed, std::size_t most = 30) const;

private:
    struct Entry {
        Answer answer;
        std::vector<std::vector<std::string>> names;  ///< each as words_to_match() has it
    };
    void add(Answer answer, const std::vector<std::string>& names);

    std::vector<Entry> entries_;
};

}  // namespace dorsum::scene
