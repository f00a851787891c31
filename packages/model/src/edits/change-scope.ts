/**
 * Where a change of a part counts that the document repeats through aliases or merge keys: `here`
 * is this place alone, every other keeps its value; `everywhere` is each place that uses the part.
 */
export type ChangeScope = 'here' | 'everywhere';
