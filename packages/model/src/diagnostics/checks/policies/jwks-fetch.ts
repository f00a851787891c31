import { isRecord, listField, textField } from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { containersOf } from '../../facts/is-in-mesh.ts';
import { podOf } from '../../facts/pod-of.ts';
import { EVERY } from '../../relations/pods.ts';
import { REQUEST_AUTHENTICATIONS } from '../../relations/policies.ts';

const SETTING = 'BLOCKED_CIDRS_IN_JWKS_URIS';
const MOST = 5;

/** istiod fetches keys from wherever RequestAuthentications say. As Istio's authn.BlockedCIDRsAnalyzer has it. */
export const jwksFetch: ResourceCheck = {
  name: 'jwks-fetch',
  codes: ['IST0175'],
  about: ['Deployment'],
  reads: [REQUEST_AUTHENTICATIONS],
  run: (resource, lookup, report) => {
    if (resource.labels.app !== 'istiod') return;
    const all = lookup.find(REQUEST_AUTHENTICATIONS, EVERY);
    if (all.length === 0) return;
    const isSet = containersOf(podOf(resource)).some((container) =>
      listField(container, 'env').some(
        (one) =>
          isRecord(one) && textField(one, 'name') === SETTING && textField(one, 'value') !== null,
      ),
    );
    if (isSet) return;
    const names = all.slice(0, MOST).map(fullName).join(', ');
    const rest = all.length - MOST;
    report({
      code: 'IST0175',
      resource,
      path: ['metadata', 'name'],
      message: `istiod fetches the keys of tokens from every address that a RequestAuthentication names, inside ones too. Name in ${SETTING} what it must not reach.`,
      args: [all.length, rest > 0 ? `${names}, and ${rest} more` : names],
      related: all.slice(0, 20).map(({ id }) => ({
        resource: id,
        path: ['spec', 'jwtRules'],
        message: 'keys are named here',
      })),
    });
  },
};
