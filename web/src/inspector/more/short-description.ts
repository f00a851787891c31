const LONGEST = 110;

/** Markdown as plain text; what stands in backticks keeps them. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/```[a-z]*\n?/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^#+\s*/gm, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** The first sentence of a description on one line, cut at a word where it is long. */
export function shortDescription(markdown: string): string {
  const text = plainText(markdown).replace(/\s+/g, ' ');
  const sentence = /^.*?[.!?](?=\s+[A-Z`"(])/.exec(text)?.[0] ?? text;
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,;:\s]+$/, '')} …`;
}
