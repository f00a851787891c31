import { ROW_CAPS, shownCount } from './capped-rows.ts';

/** Hosts as lines, the last one "+ 12 more" where there are many; none where there are none. */
export function hostLines(hosts: readonly string[]): readonly string[] {
  const shown = shownCount(hosts.length, ROW_CAPS.hosts);
  const lines = hosts.slice(0, shown);
  return shown === hosts.length ? lines : [...lines, `+ ${hosts.length - shown} more`];
}
