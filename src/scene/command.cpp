#include "scene/command.h"

#include <array>
#include <cstdio>

#include "scene/practice.h"

namespace dorsum::scene {

namespace {

std::string with_number(const char* name, const double number) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s %g", name, number);
    return text.data();
}

std::string with_switch(const char* name, const bool on) {
    return std::string{name} + (on ? " on" : " off");
}

std::string with_point(const char* name, const glm::vec2 point) {
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%s %g %g", name, static_cast<double>(point.x),
                  static_cast<double>(point.y));
    return text.data();
}

const char* letter(const LoopMark mark) {
    return mark == LoopMark::a ? "A" : "B";
}

std::string with_names(std::string text, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        text += " " + name;
    }
    return text;
}

struct Describe {
    template <typename PracticeCommand>
    requires requires(const PracticeCommand& command) { describe_practice(command); }
    std::string operator()(const PracticeCommand& command) const { return describe_practice(command); }
    std::string operator()(const GoToStep& c) const { return with_number("GoToStep", c.step); }
    std::string operator()(const NextStep&) const { return "NextStep"; }
    std::string operator()(const PreviousStep&) const { return "PreviousStep"; }
    std::string operator()(const SetPlaying& c) const { return with_switch("SetPlaying", c.playing); }
    std::string operator()(const TogglePlaying&) const { return "TogglePlaying"; }
    std::string operator()(const Seek& c) const { return with_number("Seek", c.time_s); }
    std::string operator()(const Advance& c) const { return with_number("Advance", c.elapsed_s); }
    std::string operator()(const SetPlaybackSpeed& c) const {
        return with_number("SetPlaybackSpeed", static_cast<double>(c.speed));
    }
    std::string operator()(const SeekBy& c) const { return with_number("SeekBy", c.seconds); }
    std::string operator()(const StepFrames& c) const { return with_number("StepFrames", c.frames); }
    std::string operator()(const ToggleSlowMotion&) const { return "ToggleSlowMotion"; }
    std::string operator()(const SetRepeats& c) const { return with_number("SetRepeats", c.times); }
    std::string operator()(const SetLoopMark& c) const { return std::string{"SetLoopMark "} + letter(c.mark); }
    std::string operator()(const DragLoopMark& c) const {
        const std::string to = with_number((std::string{"DragLoopMark "} + letter(c.mark)).c_str(), c.to.step);
        return with_number(to.c_str(), c.to.share);
    }
    std::string operator()(const ClearLoop&) const { return "ClearLoop"; }
    std::string operator()(const SetMetronome& c) const { return with_switch("SetMetronome", c.on); }
    std::string operator()(const SetVoice& c) const { return std::string{"SetVoice "} + name_of(c.voice); }
    std::string operator()(const SetMirror& c) const { return with_switch("SetMirror", c.on); }
    std::string operator()(const SeeAsGiver& c) const { return std::string{"SeeAsGiver "} + name_of(c.place); }
    std::string operator()(const SetLoopStep& c) const { return with_switch("SetLoopStep", c.loop); }
    std::string operator()(const SetBreathRate& c) const { return with_number("SetBreathRate", c.breath_per_min); }
    std::string operator()(const ShowZone& c) const {
        return with_switch(with_number("ShowZone", c.number).c_str(), c.shown);
    }
    std::string operator()(const ShowAllZones& c) const { return with_switch("ShowAllZones", c.shown); }
    std::string operator()(const HoverZone& c) const { return with_number("HoverZone", c.number); }
    std::string operator()(const SelectZone& c) const {
        return with_number("SelectZone", c.number) + (c.turn_camera ? " turning" : "");
    }
    std::string operator()(const ShowLayer& c) const {
        return with_switch((std::string{"ShowLayer "} + name_of(c.layer)).c_str(), c.shown);
    }
    std::string operator()(const SetDepth& c) const { return std::string{"SetDepth "} + name_of(c.depth); }
    std::string operator()(const PeelDeeper&) const { return "PeelDeeper"; }
    std::string operator()(const PeelBack&) const { return "PeelBack"; }
    std::string operator()(const SetHandPeel& c) const { return std::string{"SetHandPeel "} + name_of(c.peel); }
    std::string operator()(const SetSkinTone& c) const { return std::string{"SetSkinTone "} + name_of(c.tone); }
    std::string operator()(const HoverStructure& c) const { return "HoverStructure " + c.id; }
    std::string operator()(const SelectStructure& c) const {
        return "SelectStructure " + c.id + (c.turn_camera ? " turning" : "") + (c.both_sides ? " both" : "");
    }
    std::string operator()(const SetOpacity& c) const {
        return with_number((std::string{"SetOpacity "} + name_of(c.layer)).c_str(), static_cast<double>(c.opacity));
    }
    std::string operator()(const SetXRay& c) const { return with_switch("SetXRay", c.on); }
    std::string operator()(const SetCut& c) const {
        if (!c.cut) {
            return "SetCut none";
        }
        const std::string text = std::string{"SetCut "} + name_of(c.cut->section) + (c.cut->other_side ? " other" : "");
        return with_number(text.c_str(), static_cast<double>(c.cut->offset_mm));
    }
    std::string operator()(const DragCut& c) const { return with_point("DragCut", c.drag_px); }
    std::string operator()(const SetExplosion& c) const {
        return with_number("SetExplosion", static_cast<double>(c.share));
    }
    std::string operator()(const IsolateStructure& c) const { return with_names("IsolateStructure " + c.id, c.with); }
    std::string operator()(const ResetSeeThrough&) const { return "ResetSeeThrough"; }
    std::string operator()(const HideStructures& c) const {
        return with_switch(with_names("HideStructures", c.ids).c_str(), c.hidden);
    }
    std::string operator()(const GhostStructures& c) const {
        return with_switch(with_names("GhostStructures", c.ids).c_str(), c.ghosted);
    }
    std::string operator()(const ShowAllStructures&) const { return "ShowAllStructures"; }
    std::string operator()(const Undo&) const { return "Undo"; }
    std::string operator()(const Redo&) const { return "Redo"; }
    std::string operator()(const BeginGesture&) const { return "BeginGesture"; }
    std::string operator()(const HoverLandmark& c) const { return "HoverLandmark " + c.id; }
    std::string operator()(const DragLandmark& c) const {
        return with_point(("DragLandmark " + c.id).c_str(), c.pixel);
    }
    std::string operator()(const DropLandmark& c) const { return with_switch("DropLandmark", c.keep); }
    std::string operator()(const GoToLandmark& c) const { return "GoToLandmark " + c.id; }
    std::string operator()(const ResetLandmarks& c) const {
        return std::string{"ResetLandmarks to "} + (c.as_found ? "found" : "loaded");
    }
    std::string operator()(const TakeBackLandmarks&) const { return "TakeBackLandmarks"; }
    std::string operator()(const MarkLandmarksSaved&) const { return "MarkLandmarksSaved"; }
    std::string operator()(const AskToSave& c) const { return with_switch("AskToSave", c.open); }
    std::string operator()(const OrbitCamera& c) const { return with_point("OrbitCamera", c.drag_px); }
    std::string operator()(const PanCamera& c) const { return with_point("PanCamera", c.drag_px); }
    std::string operator()(const ZoomCamera& c) const {
        return with_number("ZoomCamera", static_cast<double>(c.steps));
    }
    std::string operator()(const GoToView& c) const { return std::string{"GoToView "} + name_of(c.view); }
    std::string operator()(const ChooseCameraHabit& c) const {
        return std::string{"ChooseCameraHabit "} + name_of(c.habit);
    }
    std::string operator()(const SetReducedMotion& c) const { return with_switch("SetReducedMotion", c.on); }
    std::string operator()(const OpenCautions& c) const { return with_switch("OpenCautions", c.open); }
    std::string operator()(const OpenHelp& c) const { return with_switch("OpenHelp", c.open); }
    std::string operator()(const ShowPanels& c) const { return with_switch("ShowPanels", c.shown); }
    std::string operator()(const Present& c) const { return with_switch("Present", c.on); }
    std::string operator()(const ShowProjector& c) const { return with_switch("ShowProjector", c.shown); }
    std::string operator()(const BlankPicture& c) const { return with_switch("BlankPicture", c.blank); }
    std::string operator()(const FreezePicture& c) const { return with_switch("FreezePicture", c.frozen); }
    std::string operator()(const ChoosePointer& c) const { return std::string{"ChoosePointer "} + name_of(c.pointer); }
    std::string operator()(const SetTextSize& c) const { return with_number("SetTextSize", c.percent); }
    std::string operator()(const ChooseTheme& c) const { return std::string{"ChooseTheme "} + name_of(c.theme); }
    std::string operator()(const ChooseLanguage& c) const { return "ChooseLanguage " + c.code; }
    std::string operator()(const ChooseQuality& c) const { return std::string{"ChooseQuality "} + name_of(c.quality); }
    template <typename ToolCommand>
    requires requires(const ToolCommand& c) { describe_tool(c); }
    std::string operator()(const ToolCommand& c) const { return describe_tool(c); }
    std::string operator()(const SettleQuality& c) const {
        const std::string tier = std::string{"SettleQuality "} + name_of(c.quality.tier);
        return with_number(tier.c_str(), static_cast<double>(c.quality.resolution));
    }
    template <typename QuizCommand>
    requires requires(const QuizCommand& command) { describe_quiz(command); }
    std::string operator()(const QuizCommand& command) const { return describe_quiz(command); }
};

}  // namespace

std::string describe(const Command& command) {
    return std::visit(Describe{}, command);
}

}  // namespace dorsum::scene
