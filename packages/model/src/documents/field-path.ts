/** A place in a value: mapping keys and 0-based sequence indexes, such as `['spec', 'http', 0]`. */
export type FieldPath = readonly (string | number)[];
