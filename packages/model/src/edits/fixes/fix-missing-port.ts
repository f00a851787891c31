import type { Fixer } from './quick-fix.ts';
import { setField } from './set-field.ts';

const MOST_PORTS = 4;

/** A destination without a port, or with one that the Service has not: one of those that it has. */
export const fixMissingPort: Fixer = ({ diagnostic, resource, path }) => {
  const { ports } = diagnostic.data;
  if (!Array.isArray(ports)) return [];
  // The finding is at `…host`, or at `…port.number`.
  const destination = path.at(-1) === 'number' ? path.slice(0, -2) : path.slice(0, -1);
  return ports.slice(0, MOST_PORTS).map((port) => ({
    title: `Use port ${port}`,
    commands: [setField(resource.id, [...destination, 'port', 'number'], Number(port))],
  }));
};
