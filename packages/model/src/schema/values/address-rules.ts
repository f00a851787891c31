import { quoted } from './quoted.ts';

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && +part <= 255)
  );
}

/** How many 16-bit groups a part of an IPv6 address has; not a number where it is no such part. */
function countGroups(part: string): number {
  if (part === '') return 0;
  const groups = part.split(':');
  const last = groups.at(-1) ?? '';
  const hexadecimal = last.includes('.') ? groups.slice(0, -1) : groups;
  const isGood = hexadecimal.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
  if (!isGood || (last.includes('.') && !isIpv4(last))) return Number.NaN;
  return hexadecimal.length + (last.includes('.') ? 2 : 0);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return false;
  const groups = halves.map(countGroups).reduce((sum, count) => sum + count, 0);
  return halves.length === 2 ? groups <= 7 : groups === 8;
}

/** Whether the text is an IP address, of version 4 or 6. */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** Why the text is neither an IP address nor a range of them; null where it is. */
export function whyNotCidr(text: string): string | null {
  const slash = text.indexOf('/');
  const [address, bits] = slash < 0 ? [text, '0'] : [text.slice(0, slash), text.slice(slash + 1)];
  if (!isIpAddress(address)) {
    return `${quoted(text)} is no IP address and no range of them. Write one such as 10.1.2.3, or a range such as 10.0.0.0/8.`;
  }
  const most = address.includes(':') ? 128 : 32;
  return /^(0|[1-9]\d{0,2})$/.test(bits) && +bits <= most
    ? null
    : `${quoted(text)} is no range of IP addresses: what follows "/" is a number from 0 to ${most}.`;
}
