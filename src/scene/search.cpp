#include "scene/search.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "body/name_match.h"
#include "body/structure_pairs.h"
#include "core/translate.h"

namespace dorsum::scene {

namespace {

struct Fitting {
    body::NameFit fit;
    std::size_t entry = 0;
};

/// The name first: an answer is found sooner by it than by another of its names.
constexpr int dearer_by_another_name = 1;

std::optional<body::NameFit> best_fit(const std::vector<std::string>& typed,
                                      const std::vector<std::vector<std::string>>& names, const bool with_slips) {
    std::optional<body::NameFit> best;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto fit = body::fit_of_name(typed, names[i], with_slips);
        if (fit && i > 0) {
            fit->cost += dearer_by_another_name;
        }
        if (fit && (!best || *fit < *best)) {
            best = fit;
        }
    }
    return best;
}

std::vector<std::string> names_of(const body::CatalogueEntry& entry) {
    std::vector<std::string> names{body::plain_name(entry), entry.name, entry.latin};
    if (!entry.group.empty()) {
        names.insert(names.end(), {entry.group, tr(entry.group.c_str())});
    }
    names.insert(names.end(), entry.synonyms.begin(), entry.synonyms.end());
    return names;
}

}  // namespace

void Search::add(Answer answer, const std::vector<std::string>& names) {
    Entry entry{std::move(answer), {}};
    for (const std::string& name : names) {
        entry.names.push_back(body::words_to_match(name));
    }
    entries_.push_back(std::move(entry));
}

Search::Search(const Subject& subject) {
    if (!subject.body) {
        return;
    }
    for (const body::StructurePair& pair : body::structure_pairs(*subject.body)) {
        if (!body::is_anatomy(pair.entry->layer)) {
            continue;
        }
        Answer answer{Found::structure, body::name_with_group(*pair.entry), pair.entry->latin, {}, 0};
        for (const std::size_t part : pair.parts) {
            answer.ids.push_back(subject.body->parts[part].name);
        }
        add(std::move(answer), names_of(*pair.entry));
    }
    if (subject.lesson) {
        for (const lesson::Zone& zone : subject.lesson->zones) {
            const std::string number = std::string(tr("Zone")) + " " + std::to_string(zone.number);
            add({Found::zone, number + ": " + zone.organ, zone.place_name, {}, zone.number},
                {number, zone.organ, zone.place_name, "zone " + std::to_string(zone.number)});
        }
    }
    for (const body::Landmark& landmark : subject.body->landmarks) {
        add({Found::landmark, landmark.name, tr("Landmark on the skin"), {landmark.id}, 0},
            {landmark.name, landmark.id});
    }
}

std::vector<Answer> Search::answers(const std::string_view typed, const std::size_t most) const {
    const std::vector<std::string> words = body::words_to_match(typed);
    std::vector<Fitting> fitting;
    for (const bool with_slips : {false, true}) {
        if (!fitting.empty()) {
            break;
        }
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (auto fit = best_fit(words, entries_[i].names, with_slips)) {
                fit->cost +=
                    static_cast<int>(entries_[i].answer.kind);  // the bone before the point of the skin over it
                fitting.push_back({*fit, i});
            }
        }
    }
    std::ranges::stable_sort(fitting, {}, &Fitting::fit);
    std::vector<Answer> answers;
    for (const Fitting& each : fitting) {
        if (answers.size() < most && each.fit.slips == fitting.front().fit.slips) {
            answers.push_back(entries_[each.entry].answer);
        }
    }
    return answers;
}

}  // namespace dorsum::scene
