import type { Check } from '../../engine/check.ts';
import { acmeChallenge } from './acme-challenge.ts';
import { httpsRedirect } from './https-redirect.ts';
import { redirectRoute } from './redirect-route.ts';

/** The checks of where redirects lead. */
export const REDIRECT_CHECKS: readonly Check[] = [acmeChallenge, httpsRedirect, redirectRoute];
