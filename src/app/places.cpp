#include "app/places.h"

#include <array>

#include "core/translate.h"

namespace dorsum::app {

std::span<const Place> environment_variables() {
    static constexpr std::array variables{
        Place{"DORSUM_ASSETS", marked("the folder that holds bodies, lessons and translations, in place of the one "
                                      "beside the program")},
        Place{"LANGUAGE, LC_ALL, LC_MESSAGES, LANG", marked("the language, of the interface and of the lessons")},
        Place{"LIBGL_ALWAYS_SOFTWARE", marked("1 draws without the graphics card")},
        Place{"XDG_CONFIG_HOME", marked("where the folder dorsum with the settings lies; ~/.config by default")},
        Place{"XDG_DATA_HOME", marked("where the folder dorsum with the views that were kept lies; ~/.local/share by "
                                      "default")},
        Place{"XDG_STATE_HOME", marked("where the folder dorsum with what the window remembers lies; ~/.local/state by "
                                       "default")},
        Place{"XDG_CACHE_HOME", marked("where the folder dorsum with prepared models lies; ~/.cache by default")},
    };
    return variables;
}

std::span<const Place> files() {
    static constexpr std::array places{
        Place{"MODEL.landmarks.toml", marked("beside a model: where its landmarks are; saved in the window with "
                                             "Ctrl+S")},
        Place{"MODEL.catalogue.toml", marked("beside a model: what its parts are")},
        Place{"LESSON.LANGUAGE.toml", marked("beside a lesson: its translation, back-massage.fr.toml")},
        Place{"~/.config/dorsum/settings.toml", marked("the settings; a broken one is set aside as "
                                                       "settings.toml.broken")},
        Place{"~/.local/share/dorsum/views.dorsum-view", marked("the views that were kept; a broken one is set aside "
                                                                "as views.dorsum-view.broken")},
        Place{"~/.local/state/dorsum/window.toml", marked("where the window was, which models were opened last")},
        Place{"~/.cache/dorsum", marked("prepared models, so that they open faster the next time; may be deleted")},
    };
    return places;
}

}  // namespace dorsum::app
