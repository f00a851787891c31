import { type IstioctlMessage, printMessage } from './analyze-as-istioctl.ts';

/** The messages as `istioctl analyze` prints them: a line each, or `-o json`. */
export function printAsIstioctl(
  messages: readonly IstioctlMessage[],
  format: 'log' | 'json',
): string {
  if (format === 'log') return messages.map((one) => `${printMessage(one)}\n`).join('');
  return messages.length === 0
    ? '[]\n'
    : `${escapeHtml(JSON.stringify(messages.map(sortKeys), null, '\t'))}\n`;
}

/** Go prints the keys of a map sorted. */
function sortKeys(message: IstioctlMessage): IstioctlMessage {
  const { code, documentationUrl, level, message: text, origin, reference } = message;
  return { code, documentationUrl, level, message: text, origin, reference };
}

/** Go escapes what could end a script in a page. */
function escapeHtml(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
