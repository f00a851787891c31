import { type Field, loadRegexCheck, type RegexCheck } from '@portolan/model';
import { useEffect, useState } from 'react';

const PASSES: RegexCheck = () => null;

let loaded: Promise<RegexCheck> | null = null;

/** What checks the regular expressions of a field; until it has loaded, all of them pass. */
export function useRegexCheck({ format }: Field): RegexCheck {
  const [check, setCheck] = useState<RegexCheck>(() => PASSES);
  const isNeeded = format === 'regex' || format === 'regex-or-star';
  useEffect(() => {
    if (!isNeeded) return;
    let isGone = false;
    loaded ??= loadRegexCheck();
    loaded
      .then((found) => {
        if (!isGone) setCheck(() => found);
      })
      // Without the network it may not come; the next field asks again.
      .catch(() => {
        loaded = null;
      });
    return () => {
      isGone = true;
    };
  }, [isNeeded]);
  return check;
}
