import { quoted } from './quoted.ts';

const QUANTITY = /^[+-]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Why Kubernetes would not take it as an amount of a resource; null where it would. */
export function whyNotQuantity(text: string): string | null {
  return QUANTITY.test(text)
    ? null
    : `${quoted(text)} is no amount. Write a number, with a unit where one is needed: 500m for half a CPU, 128Mi or 1Gi of memory.`;
}

function isBase64(text: string): boolean {
  return BASE64.test(text.replace(/\s/g, ''));
}

/** Why it is no base64; null where it is. */
export function whyNotBase64(text: string): string | null {
  return isBase64(text) ? null : 'This is not base64. Encode the value first.';
}

/** Why a Secret would not take it under `data`; null where it would. The value itself is never repeated. */
export function whyNotSecretData(text: string): string | null {
  return isBase64(text)
    ? null
    : 'This is not base64. Encode the value first, or write it as it is under stringData.';
}

/** Why it is no region with its zone and sub-zone; null where it is one. */
export function whyNotLocality(text: string): string | null {
  const parts = text.split('/');
  return parts.length <= 3 && parts.every((part) => part !== '' && !/\s/.test(part))
    ? null
    : `${quoted(text)} is no locality. Write a region, zone and sub-zone, as far as they are known: us-west1/us-west1-a.`;
}
