/**
 * The id of the row that shows a field of a resource (`spec.http[1].route[0]` → `http-1-0`), given
 * by its path in the resource; null where the node has no row for it.
 */
export function rowOfField(path: readonly (string | number)[]): string | null {
  const at = path.indexOf('spec');
  const [list, index, field, item] = path.slice(at + 1);
  if (at < 0 || list === undefined) return null;
  if (list === 'hosts') return 'hosts';
  if (typeof index !== 'number') return null;
  switch (list) {
    case 'servers':
      return field === 'tls' && item === 'credentialName'
        ? `server-${index}-credential`
        : `server-${index}`;
    case 'ports':
      return `port-${index}`;
    case 'http':
    case 'tls':
    case 'tcp':
      return rowOfRoute(`${list}-${index}`, field, item);
    default:
      return null;
  }
}

function rowOfRoute(
  route: string,
  field: string | number | undefined,
  item: string | number | undefined,
): string {
  if (field === 'route' && typeof item === 'number') return `${route}-${item}`;
  if (field === 'mirror') return `${route}-mirror`;
  if (field === 'mirrors' && typeof item === 'number') return `${route}-mirror-${item}`;
  return route;
}
