/** Whether a regular expression matches the whole text, as RE2 does; null where it is none. */
export type RegexMatch = (pattern: string, text: string) => boolean | null;

/** As many compiled expressions as are kept; a text that has more compiles some again. */
const MOST_KEPT = 500;

/** Loads what matches texts as Istio does: RE2, which is a module of its own and no pattern can hang. */
export async function loadRegexMatch(): Promise<RegexMatch> {
  const { RE2JS, RE2JSSyntaxException } = await import('re2js');
  const compile = (pattern: string): InstanceType<typeof RE2JS> | null => {
    try {
      return RE2JS.compile(pattern);
    } catch (error) {
      if (!(error instanceof RE2JSSyntaxException)) throw error;
      return null;
    }
  };
  const known = new Map<string, ReturnType<typeof compile>>();
  return (pattern, text) => {
    let compiled = known.get(pattern);
    if (compiled === undefined) {
      if (known.size >= MOST_KEPT) known.clear();
      compiled = compile(pattern);
      known.set(pattern, compiled);
    }
    return compiled === null ? null : compiled.testExact(text);
  };
}
