#pragma once

namespace dorsum::app {

/// The key that a person means, in GLFW's numbers: GLFW says which place of the keyboard was pressed, as on an American
/// one, but people read the letter that is printed there. Letters count as the layout has them, digits, signs and all
/// other keys by their place, as signs may need Shift elsewhere. A place that has a letter in America and a sign here
/// counts as that sign. Belongs to the thread of the windows.
/// @param key, scancode as GLFW's key callback gets them
[[nodiscard]] int key_as_printed(int key, int scancode);

}  // namespace dorsum::app
