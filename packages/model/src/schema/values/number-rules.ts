function whyNotBetween(value: number, least: number, most: number, what: string): string | null {
  return value >= least && value <= most ? null : `${what} from ${least} to ${most}.`;
}

/** Why the number is no port; null where it is one. */
export function whyNotPort(value: number): string | null {
  return whyNotBetween(value, 1, 65_535, 'A port is a number');
}

/** Why the number is no percentage; null where it is one. */
export function whyNotPercentage(value: number): string | null {
  return whyNotBetween(value, 0, 100, 'A percentage is a number');
}

/** Why Istio would not take it as the share of requests that a fault is for; null where it would. */
export function whyNotFaultPercentage(value: number): string | null {
  const isTooSmall = value > 0 && value < 0.0001;
  return isTooSmall ? 'The least percentage is 0.0001; 0 is none at all.' : whyNotPercentage(value);
}

/** Why the number is no weight; null where it is one. Weights need not add up to 100. */
export function whyNotWeight(value: number): string | null {
  return value >= 0 ? null : 'A weight cannot be less than 0.';
}

/** Why a locality would not take the number as its part of the traffic; null where it would. */
export function whyNotShare(value: number): string | null {
  return whyNotBetween(value, 1, 100, 'A part of the traffic is a whole number of percent');
}

/** Why Envoy would not answer with the status; null where it would. */
export function whyNotHttpStatus(value: number): string | null {
  return whyNotBetween(value, 200, 599, 'A status is a number');
}

const REDIRECTS = [301, 302, 303, 307, 308];

/** Why Envoy would not redirect with the status; null where it would. Another 3xx passes Istio's validation and then stops Envoy from taking any new route. */
export function whyNotRedirectStatus(value: number): string | null {
  return REDIRECTS.includes(value)
    ? null
    : `Envoy redirects with ${REDIRECTS.slice(0, -1).join(', ')} or ${REDIRECTS.at(-1)}.`;
}

/** Why the count is none; null where it is one. */
export function whyNotCount(value: number): string | null {
  return value >= 0 ? null : 'It cannot be less than 0.';
}
