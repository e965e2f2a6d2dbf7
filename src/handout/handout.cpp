#include "handout/handout.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/fill.h"
#include "core/local_numbers.h"
#include "core/translate.h"
#include "handout/arrows.h"
#include "handout/pages.h"
#include "handout/sheet_parts.h"
#include "lesson/message.h"

namespace dorsum::handout {

namespace {

const TextStyle title_style{20.0, true, 0.0};
const TextStyle heading_style{12.5, true, 0.0};
const TextStyle body_style{9.5};
const TextStyle small_style{8.5, false, 0.3};
constexpr double gap_pt = 6.0;
constexpr double block_gap_pt = 18.0;
constexpr double footer_pt = 24.0;
constexpr double picture_share = 0.46;  ///< of the text's width
constexpr float least_part = 0.45F;     ///< of the back, so that one sees where on it

/// Writes down a page and goes on to the next when it is full.
class Writer {
public:
    Writer(Pages pages, std::string footer) : pages_(std::move(pages)), footer_(std::move(footer)) {}

    [[nodiscard]] Pages& pages() { return pages_; }
    [[nodiscard]] double left() const { return Pages::margin_pt; }
    [[nodiscard]] double width() const { return pages_.size().width_pt - 2.0 * Pages::margin_pt; }
    [[nodiscard]] double top() const { return top_; }
    [[nodiscard]] double room() const { return pages_.size().height_pt - Pages::margin_pt - footer_pt - top_; }
    void down(const double by) { top_ += by; }

    void need(const double height) {
        if (height > room() && top_ > Pages::margin_pt) {
            next_page();
        }
    }
    void paragraph(const std::string& text, const TextStyle& style) {
        need(pages_.height_of(width(), text, style));
        top_ += pages_.text(left(), top_, width(), text, style) + gap_pt;
    }
    void item(const std::string& text) {
        constexpr double indent = 12.0;
        need(pages_.height_of(width() - indent, text, body_style));
        pages_.text(left(), top_, indent, "–", body_style);
        top_ += pages_.text(left() + indent, top_, width() - indent, text, body_style) + gap_pt * 0.6;
    }
    void next_page() {
        end_page();
        top_ = Pages::margin_pt;
    }
    Result<void> finish() {
        end_page();
        return pages_.finish();
    }

private:
    void end_page() {
        const double at = pages_.size().height_pt - Pages::margin_pt - footer_pt * 0.3;
        TextStyle style = small_style;
        style.centred = true;
        pages_.text(left(), at, width(), footer_ + " · " + std::to_string(++page_), style);
        pages_.end_page();
    }
    Pages pages_;
    std::string footer_;
    double top_ = Pages::margin_pt;
    int page_ = 0;
};

void write_checklist(Writer& writer, const lesson::Checklist& checklist) {
    const std::array<std::pair<const char*, const std::vector<std::string>*>, 3> groups{{
        {tr("Stop: no massage today, if there is"), &checklist.stop},
        {tr("Ask a doctor first, if there is"), &checklist.ask_doctor},
        {tr("Avoid this area"), &checklist.avoid_area},
    }};
    constexpr double between = 14.0;
    const double column = (writer.width() - 2.0 * between) / 3.0;
    TextStyle head = body_style;
    head.bold = true;
    // Drawn twice: at first only to learn how high it becomes.
    const auto lay = [&](const bool draw) {
        double highest = 0.0;
        double left = writer.left();
        for (const auto& [title, items] : groups) {
            double top = writer.top();
            const auto add = [&](const std::string& text, const TextStyle& style) {
                top += (draw ? writer.pages().text(left, top, column, text, style)
                             : writer.pages().height_of(column, text, style)) +
                       gap_pt * 0.6;
            };
            if (!items->empty()) {
                add(title, head);
            }
            for (const std::string& item : *items) {
                add("☐ " + item, body_style);
            }
            left += column + between;
            highest = std::max(highest, top - writer.top());
        }
        return highest;
    };
    writer.need(lay(false));
    writer.down(lay(true) + gap_pt);
}

void write_first_page(Writer& writer, const lesson::Lesson& lesson) {
    writer.paragraph(lesson.title, title_style);
    writer.paragraph(lesson.purpose, body_style);
    writer.down(gap_pt);
    writer.paragraph(tr("Before you begin"), heading_style);
    for (const std::string& caution : lesson.cautions) {
        writer.item(caution);
    }
    writer.down(gap_pt);
    write_checklist(writer, lesson.checklist);
    for (const std::string& advice : lesson.advice) {
        writer.item(advice);
    }
    writer.down(block_gap_pt);
}

/// What strokes mean and which numbers mean it, in the order in which they come.
std::vector<std::pair<std::string, std::string>> strokes_by_words(const lesson::Step& step) {
    std::vector<std::pair<std::string, std::string>> all;
    for (std::size_t i = 0; i < step.strokes.size(); ++i) {
        const std::string words = stroke_in_words(step.strokes[i]);
        const auto known = std::ranges::find(all, words, &std::pair<std::string, std::string>::first);
        if (known == all.end()) {
            all.emplace_back(words, std::to_string(i + 1));
        } else {
            known->second += ", " + std::to_string(i + 1);
        }
    }
    return all;
}

std::vector<std::pair<std::string, TextStyle>> texts_of(const lesson::Step& step, const std::size_t number) {
    TextStyle cue = body_style;
    cue.bold = true;
    std::vector<std::pair<std::string, TextStyle>> texts{
        {std::to_string(number) + ". " + step.title, heading_style}, {step.caption, cue}, {step.text, body_style}};
    for (const auto& [words, numbers] : strokes_by_words(step)) {
        texts.emplace_back(numbers + "  " + words, body_style);
    }
    if (!step.strokes.empty() && step.repeats > 1) {
        texts.emplace_back(lesson::fill(tr("All of it {0} times."), {std::to_string(step.repeats)}), small_style);
    }
    std::erase_if(texts, [](const auto& text) { return text.first.empty(); });
    return texts;
}

double set_texts(Writer& writer, const std::vector<std::pair<std::string, TextStyle>>& texts, const double left,
                 const double width, const bool draw) {
    double height = 0.0;
    for (const auto& [text, style] : texts) {
        height += (draw ? writer.pages().text(left, writer.top() + height, width, text, style)
                        : writer.pages().height_of(width, text, style)) +
                  gap_pt;
    }
    return height;
}

void write_step(Writer& writer, const HandoutContent& content, const std::size_t index) {
    const lesson::Step& step = content.lesson.steps[index];
    const lesson::StepOnBody& on_body = content.choreography.steps[index];
    const auto texts = texts_of(step, index + 1);
    const glm::ivec2 size_px(content.back.width, content.back.height);
    std::vector<Arrow> arrows = arrows_of(on_body, content.camera, glm::vec2(size_px));
    if (arrows.empty()) {
        writer.need(set_texts(writer, texts, writer.left(), writer.width(), false));
        writer.down(set_texts(writer, texts, writer.left(), writer.width(), true) + block_gap_pt);
        return;
    }
    const double picture_width = picture_share * writer.width();
    const double beside = writer.left() + picture_width + 16.0;
    const double text_width = writer.width() - picture_width - 16.0;
    const Part part = part_around(arrows, size_px, least_part);
    for (Arrow& arrow : arrows) {
        for (glm::vec2& point : arrow.points) {
            point -= glm::vec2(part.low);
        }
    }
    const GreyPicture picture = cropped(content.back, part.low, part.size);
    Box box = fitted(picture, {writer.left(), 0.0, picture_width, 1.0e4});
    writer.need(std::max(box.height, set_texts(writer, texts, beside, text_width, false)));
    box.top = writer.top();
    draw_picture(writer.pages(), picture, box);
    draw_arrows(writer.pages(), arrows, picture, box);
    const double height = set_texts(writer, texts, beside, text_width, true);
    writer.down(std::max(box.height, height) + block_gap_pt);
}

void draw_zones(Writer& writer, const HandoutContent& content, const Box& box) {
    const glm::vec2 size_px(content.back.width, content.back.height);
    const double scale = box.width / content.back.width;
    for (const lesson::ZoneOnBody& zone : content.choreography.zones) {
        if (const auto pixel = scene::project(content.camera, zone.point.position, size_px)) {
            draw_number(writer.pages(), box.left + scale * static_cast<double>(pixel->x),
                        box.top + scale * static_cast<double>(pixel->y), std::to_string(zone.number),
                        zone.over_vertebrae ? Disc::dashed : Disc::white);
        }
    }
}

void write_zones(Writer& writer, const HandoutContent& content) {
    if (content.lesson.zones.empty()) {
        return;
    }
    writer.next_page();
    writer.paragraph(tr("Reflex zones"), title_style);
    writer.paragraph(content.lesson.zones_note, body_style);
    const bool any_light = std::ranges::any_of(content.lesson.zones, &lesson::Zone::over_vertebrae);
    if (any_light) {
        writer.paragraph(tr("A broken ring: over the vertebrae, light touch only."), body_style);
    }
    writer.down(gap_pt);
    const double picture_width = 0.5 * writer.width();
    const Box box = fitted(content.back, {writer.left(), writer.top(), picture_width, writer.room()});
    draw_picture(writer.pages(), content.back, box);
    draw_zones(writer, content, box);
    const double left = writer.left() + picture_width + 16.0;
    const double width = writer.width() - picture_width - 16.0;
    double top = writer.top();
    TextStyle name = body_style;
    name.bold = true;
    for (const lesson::Zone& zone : content.lesson.zones) {
        constexpr double indent = 20.0;
        draw_number(writer.pages(), left + 7.0, top + 6.5, std::to_string(zone.number),
                    zone.over_vertebrae ? Disc::dashed : Disc::white);
        top += writer.pages().text(left + indent, top, width - indent, zone.organ, name);
        top += writer.pages().text(left + indent, top, width - indent, zone.place_name, small_style);
        top += writer.pages().text(left + indent, top, width - indent, zone.touch, small_style) + gap_pt;
    }
    writer.down(std::max(box.height, top - writer.top()));
}

const char* breath_in_words(const lesson::BreathLock breath) {
    switch (breath) {
        case lesson::BreathLock::inhale:
            return tr("on the inhalation");
        case lesson::BreathLock::exhale:
            return tr("on the exhalation");
        case lesson::BreathLock::free:
            break;
    }
    return "";
}

const char* hands_in_words(const lesson::Hands hands) {
    switch (hands) {
        case lesson::Hands::right:
            return tr("right hand");
        case lesson::Hands::left:
            return tr("left hand");
        case lesson::Hands::alternate:
            return tr("hands in turn");
        case lesson::Hands::both:
            break;
    }
    return tr("both hands");
}

}  // namespace

std::string stroke_in_words(const lesson::StrokePlan& stroke) {
    std::string words = with_detail(hands_in_words(stroke.hands), lesson::contact_name(stroke.contact));
    const auto add = [&words](const std::string& more) {
        // TRANSLATORS: the comma between two parts of a list.
        words = more.empty() ? words : fill(tr("{0}, {1}"), {words, more});
    };
    add(lesson::kind_name(stroke.kind));
    add(stroke.pass == lesson::Pass::light_return ? tr("light return") : lesson::pressure_name(stroke.pressure));
    add(breath_in_words(stroke.breath));
    if (stroke.breath == lesson::BreathLock::free && stroke.duration_s > 0.0) {
        add(fill(tr("{0} s"), {local_number(stroke.duration_s)}));
    }
    return words;
}

Result<void> write_handout(const HandoutContent& content, const Paper paper, const std::filesystem::path& path) {
    auto pages = Pages::create(path, paper, content.lesson.title);
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    Writer writer(*std::move(pages), "Dorsum · " + content.lesson.title);
    write_first_page(writer, content.lesson);
    writer.need(footer_pt);
    writer.down(draw_arrow_legend(writer.pages(), writer.left(), writer.top(), writer.width()) + block_gap_pt);
    for (std::size_t i = 0; i < content.lesson.steps.size(); ++i) {
        write_step(writer, content, i);
    }
    write_zones(writer, content);
    return writer.finish();
}

}  // namespace dorsum::handout
