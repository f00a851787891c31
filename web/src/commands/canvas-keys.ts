/** Keys of the canvas that no command stands for: walking, selecting, moving. For the list of shortcuts. */
export const CANVAS_KEYS: readonly { readonly keys: string; readonly title: string }[] = [
  { keys: 'Tab', title: 'Next node' },
  { keys: 'Shift+Tab', title: 'Node before' },
  { keys: 'Arrows', title: 'Walk along the connections, up and down in a column' },
  { keys: 'E', title: 'To the connections of a node' },
  { keys: 'Space', title: 'Select' },
  { keys: 'Enter', title: 'Select, and go to its fields' },
  { keys: 'Space+drag', title: 'Move the map, also with the middle button' },
  { keys: 'Shift+drag', title: 'Select by a box' },
  { keys: 'Shift+ArrowRight', title: 'Select everything behind' },
  { keys: 'Shift+ArrowLeft', title: 'Select everything in front' },
  { keys: 'Ctrl+A', title: 'Select all' },
  { keys: 'Alt+Arrows', title: 'Move by one step of the grid; with Shift by five' },
  { keys: 'Ctrl+V', title: 'Add the manifests in the clipboard' },
  { keys: 'Escape', title: 'Cancel, or select nothing' },
];

/** Keys of the editor of the YAML, which it handles itself. For the list of shortcuts. */
export const EDITOR_KEYS: readonly { readonly keys: string; readonly title: string }[] = [
  { keys: 'Ctrl+Space', title: 'Offer what can be written here' },
  { keys: 'F12', title: 'Go to what is named here' },
  { keys: 'Shift+F12', title: 'Show every place that names it' },
  { keys: 'Ctrl+Shift+O', title: 'Go to a resource, server, route, port or subset by its name' },
  { keys: 'F2', title: 'Rename it everywhere' },
  { keys: 'Ctrl+.', title: 'Mend the problem at the cursor' },
];
