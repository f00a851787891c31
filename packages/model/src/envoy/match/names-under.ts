import { isWildcard } from '../../resources/host-name.ts';

const FIRST_LABELS = ['any', 'some', 'other', 'another', 'one'];

/** Names that a domain (`shop.example.com`, `*.example.com`, `*`) stands for; its own, or a few. */
export function namesUnder(domain: string): readonly [first: string, ...others: string[]] {
  if (!isWildcard(domain)) return [domain];
  const ends = domain === '*' ? ['.example.com', '.example.org'] : [domain.slice(1)];
  const [first = domain, ...others] = ends.flatMap((end) =>
    FIRST_LABELS.map((label) => label + end),
  );
  return [first, ...others];
}
