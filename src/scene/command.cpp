#include "scene/command.h"

#include <array>
#include <cstdio>

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

struct Describe {
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
        return "SelectStructure " + c.id + (c.turn_camera ? " turning" : "");
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
    std::string operator()(const IsolateStructure& c) const { return "IsolateStructure " + c.id; }
    std::string operator()(const ResetSeeThrough&) const { return "ResetSeeThrough"; }
    std::string operator()(const HoverLandmark& c) const { return "HoverLandmark " + c.id; }
    std::string operator()(const DragLandmark& c) const {
        return with_point(("DragLandmark " + c.id).c_str(), c.pixel);
    }
    std::string operator()(const DropLandmark& c) const { return with_switch("DropLandmark", c.keep); }
    std::string operator()(const UndoLandmarks&) const { return "UndoLandmarks"; }
    std::string operator()(const RedoLandmarks&) const { return "RedoLandmarks"; }
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
    std::string operator()(const SettleQuality& c) const {
        const std::string tier = std::string{"SettleQuality "} + name_of(c.quality.tier);
        return with_number(tier.c_str(), static_cast<double>(c.quality.resolution));
    }
};

}  // namespace

std::string describe(const Command& command) {
    return std::visit(Describe{}, command);
}

}  // namespace dorsum::scene
