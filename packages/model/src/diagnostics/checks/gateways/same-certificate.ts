import { matchesSelector } from '../../../resources/match-selector.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { certificatesOf, GATEWAYS_BY_CERTIFICATE } from '../../relations/gateways.ts';

const MOST = 20;

/** A certificate that another Gateway of the same pods has too. As Istio's gateway.CertificateAnalyzer has it. */
export const sameCertificate: ResourceCheck = {
  name: 'same-certificate',
  codes: ['IST0138'],
  about: ['Gateway'],
  reads: [GATEWAYS_BY_CERTIFICATE],
  run: (resource, lookup, report) => {
    const { details } = resource;
    if (details.type !== 'Gateway') return;
    const said = new Set([resource.id]);
    for (const { key, index, field } of certificatesOf(resource))
      for (const other of lookup.find(GATEWAYS_BY_CERTIFICATE, key)) {
        if (said.has(other.id) || said.size > MOST || other.details.type !== 'Gateway') continue;
        if (!matchesSelector(details.selector, other.details.selector ?? {})) continue;
        said.add(other.id);
        report({
          code: 'IST0138',
          resource,
          path: ['spec', 'servers', index, 'tls', field],
          message: `The Gateway ${fullName(other)} uses the same certificate. Browsers keep one HTTP/2 connection for all hosts of a certificate, and requests for the other Gateway's hosts get 404 on it. Put the hosts into one Gateway, or use a certificate for each.`,
          args: [[fullName(resource), fullName(other)]],
          related: [
            {
              resource: other.id,
              path: ['spec', 'servers'],
              message: 'the same certificate is here',
            },
          ],
        });
      }
  },
};
