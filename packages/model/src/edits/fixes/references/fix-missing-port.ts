import { writeAtFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

const MOST_PORTS = 4;

/** A destination without a port, or with one that the Service has not: one of those that it has. */
export const fixMissingPort: Fixer = (fixable) => {
  const { diagnostic, path } = fixable;
  const { ports, suggestion } = diagnostic.data;
  if (!Array.isArray(ports)) return [];
  // The finding is at `…host`, or at `…port.number`.
  const destination = path.at(-1) === 'number' ? path.slice(0, -2) : path.slice(0, -1);
  const front = typeof suggestion === 'number' ? [String(suggestion)] : [];
  return [...new Set([...front, ...ports])]
    .slice(0, MOST_PORTS)
    .map((port) =>
      writeAtFix(fixable, [...destination, 'port', 'number'], Number(port), `Use port ${port}`),
    );
};
