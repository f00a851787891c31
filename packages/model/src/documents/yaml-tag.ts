import type { DocumentEvent } from 'js-yaml';

/** The long form of a tag as written: `!!int` is `tag:yaml.org,2002:int`; `%TAG` directives are followed. */
export function expandTag(written: string, document: DocumentEvent | null): string {
  if (written.startsWith('!<')) return decode(written.slice(2, -1));
  const handleEnd = written.indexOf('!', 1);
  const handle = handleEnd < 0 ? '!' : written.slice(0, handleEnd + 1);
  let prefix = handle === '!!' ? 'tag:yaml.org,2002:' : handle;
  for (const directive of document?.directives ?? []) {
    if (directive.kind === 'tag' && directive.handle === handle) prefix = directive.prefix;
  }
  return decode(prefix + written.slice(handle.length));
}

function decode(tag: string): string {
  try {
    return decodeURIComponent(tag);
  } catch {
    return tag;
  }
}
