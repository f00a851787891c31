/** What a palette is for: everything, finding on the map, adding, or connecting the selected node. */
export type PaletteMode = 'all' | 'find' | 'add' | 'connect';
