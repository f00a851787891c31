import { quoted } from '../../../../schema/values/quoted.ts';
import type { Judge } from '../judge.ts';
import { at, isFilled, isSet, itemsOf, type Place, textOf } from '../place.ts';

const CIPHER_SUITES: ReadonlySet<string> = new Set([
  '',
  ...['ECDHE-ECDSA', 'ECDHE-RSA'].flatMap((exchange) =>
    ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305', 'AES128-SHA', 'AES256-SHA'].map(
      (cipher) => `${exchange}-${cipher}`,
    ),
  ),
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
  'AES128-SHA',
  'AES256-SHA',
  'DES-CBC3-SHA',
]);

/** How a server of a Gateway, or a listener of a Sidecar, serves TLS. */
export function judgeServerTls(judge: Judge, tls: Place): void {
  if (!isSet(tls)) return;
  judgeCiphers(judge, tls);
  const mode = textOf(at(tls, 'mode')) || 'PASSTHROUGH';
  if (mode === 'ISTIO_MUTUAL') {
    judgeIstioMutual(judge, tls);
    return;
  }
  if (mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH') judgePassthrough(judge, tls, mode);
  judgeSources(judge, tls);
  const prefix = mode === 'SIMPLE' ? 'SIMPLE TLS' : mode.endsWith('MUTUAL') ? 'MUTUAL TLS' : null;
  const hasCredential = hasText(tls, 'credentialName');
  if (prefix !== null && !hasCredential && !isFilled(at(tls, 'credentialNames')))
    judgeCertificates(judge, tls, prefix);
  if (prefix === null || !hasCredential) judgeRevocations(judge, tls, mode);
}

function hasText(place: Place, name: string): boolean {
  return textOf(at(place, name)) !== '';
}

function judgeCiphers(judge: Judge, tls: Place): void {
  const suites = at(tls, 'cipherSuites');
  const least = at(tls, 'minProtocolVersion');
  if (/^TLSV1_[01]$/.test(textOf(least)) && !isFilled(suites))
    judge.warn(
      least,
      'TLS version below TLSV1_2 require setting compatible ciphers as by default they no longer include compatible ciphers.',
      'None of the ciphers that are on by default goes with a TLS version below 1.2. Name some under cipherSuites, or take version 1.2.',
    );
  const invalid = new Set<string>();
  const repeated = new Set<string>();
  const known = new Set<string>();
  for (const suite of itemsOf(suites).map(textOf)) {
    if (!CIPHER_SUITES.has(suite)) invalid.add(suite);
    else if (known.has(suite)) repeated.add(suite);
    else known.add(suite);
  }
  if (invalid.size > 0)
    judge.warn(
      suites,
      `ignoring invalid cipher suites: [${[...invalid].sort().join(' ')}]`,
      `Envoy does not know ${[...invalid].sort().map(quoted).join(', ')}, and does without.`,
    );
  if (repeated.size > 0)
    judge.warn(
      suites,
      `ignoring duplicate cipher suites: [${[...repeated].sort().join(' ')}]`,
      `${[...repeated].sort().map(quoted).join(', ')} is in the list twice. Leave one out.`,
    );
}

const CERTIFICATES: readonly (readonly [name: string, istio: string])[] = [
  ['serverCertificate', 'server certificate'],
  ['privateKey', 'private key'],
  ['caCertificates', 'CA bundle'],
  ['tlsCertificates', 'tlsCertificates'],
  ['credentialName', 'credentialName'],
  ['credentialNames', 'credentialNames'],
];

function isGiven(tls: Place, name: string): boolean {
  return hasText(tls, name) || isFilled(at(tls, name));
}

function judgeIstioMutual(judge: Judge, tls: Place): void {
  for (const [name, istio] of CERTIFICATES) {
    if (isGiven(tls, name))
      judge.refuse(
        at(tls, name),
        `ISTIO_MUTUAL TLS cannot have associated ${istio}`,
        'With ISTIO_MUTUAL, Istio brings the certificates itself. Take this out, or take another mode.',
      );
  }
}

function judgePassthrough(judge: Judge, tls: Place, mode: string): void {
  const given = [...CERTIFICATES.map(([name]) => name), 'caCrl'].find((name) => isGiven(tls, name));
  if (given === undefined) return;
  const isWritten = isSet(at(tls, 'mode'));
  judge.warn(
    at(tls, given),
    `${mode} mode does not use certificates, they will be ignored`,
    isWritten
      ? `With ${mode}, TLS is not ended here, so no certificate is used. Take it out, or write mode: SIMPLE to end TLS at the gateway.`
      : 'There is no mode, so TLS is not ended here and no certificate is used. Write mode: SIMPLE to end TLS at the gateway.',
  );
}

function judgeSources(judge: Judge, tls: Place): void {
  const sources = [
    hasText(tls, 'serverCertificate') || hasText(tls, 'privateKey') ? 'serverCertificate' : null,
    ...['credentialName', 'credentialNames', 'tlsCertificates'].map((name) =>
      isGiven(tls, name) ? name : null,
    ),
  ].filter((name) => name !== null);
  const second = sources[1];
  if (second === undefined) return;
  judge.refuse(
    at(tls, second),
    'only one of credential_name, credential_names, server_certificate/private_key, tls_certificates should be specified',
    `The certificate is given in ${sources.length} ways: ${sources.join(' and ')}. Keep one of them.`,
  );
}

function judgeCertificates(judge: Judge, tls: Place, prefix: string): void {
  if (prefix === 'MUTUAL TLS' && !hasText(tls, 'caCertificates'))
    judge.refuse(
      at(tls, 'caCertificates'),
      'MUTUAL TLS requires a client CA bundle',
      'With MUTUAL, clients show a certificate, and nothing says whose are taken. Write caCertificates, or a credentialName whose Secret has them.',
    );
  const pairs = itemsOf(at(tls, 'tlsCertificates'));
  if (pairs.length > 2)
    judge.warn(
      at(tls, 'tlsCertificates'),
      `${prefix} can support up to 2 server certificates`,
      'A server has two certificates at most. Leave the others out.',
    );
  for (const pair of pairs.length > 0 ? pairs : [tls]) {
    if (!hasText(pair, 'serverCertificate'))
      judge.refuse(
        at(pair, 'serverCertificate'),
        `${prefix} requires a server certificate`,
        'TLS is ended here, and there is no certificate. Write the credentialName of a Secret that has one.',
      );
    if (!hasText(pair, 'privateKey'))
      judge.refuse(
        at(pair, 'privateKey'),
        `${prefix} requires a private key`,
        'TLS is ended here, and there is no private key. Write the credentialName of a Secret that has one.',
      );
  }
}

function judgeRevocations(judge: Judge, tls: Place, mode: string): void {
  const revocations = at(tls, 'caCrl');
  if (textOf(revocations) === '') return;
  if (hasText(tls, 'credentialName'))
    judge.refuse(
      revocations,
      'CRL is not supported with credentialName. CRL has to be specified in the credential',
      'Beside a credentialName, the list of revoked certificates belongs into its Secret.',
    );
  if (mode === 'SIMPLE')
    judge.refuse(
      revocations,
      'CRL is not supported with SIMPLE TLS',
      'With SIMPLE, clients show no certificate, so none can be revoked. Take it out, or write mode: MUTUAL.',
    );
}
