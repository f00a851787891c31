import { quoted } from '../../../../schema/values/quoted.ts';
import type { Judge } from '../judge.ts';
import { at, isOn, isSet, type Place, textOf } from '../place.ts';

/** How TLS to a host is opened. */
export function judgeClientTls(judge: Judge, tls: Place): void {
  if (!isSet(tls)) return;
  const mode = textOf(at(tls, 'mode'));
  if (isOn(at(tls, 'insecureSkipVerify'))) judgeSkip(judge, tls, mode);
  const credential = textOf(at(tls, 'credentialName'));
  if ((mode === 'SIMPLE' || mode === 'MUTUAL') && credential !== '') {
    judgeCredential(judge, tls, credential);
    return;
  }
  if (mode !== 'MUTUAL') return;
  if (textOf(at(tls, 'clientCertificate')) === '')
    judge.refuse(
      at(tls, 'clientCertificate'),
      'client certificate required for mutual tls',
      'With MUTUAL the proxy shows a certificate, and there is none. Write clientCertificate or credentialName.',
    );
  if (textOf(at(tls, 'privateKey')) === '')
    judge.refuse(
      at(tls, 'privateKey'),
      'private key required for mutual tls',
      'With MUTUAL the proxy shows a certificate, and its key is missing. Write privateKey or credentialName.',
    );
}

function judgeSkip(judge: Judge, tls: Place, mode: string): void {
  const names =
    mode === 'SIMPLE'
      ? ['caCertificates', 'credentialName', 'subjectAltNames']
      : mode === 'MUTUAL'
        ? ['caCertificates', 'subjectAltNames']
        : [];
  const given = names.find((name) => isSet(at(tls, name)) && at(tls, name).value !== '');
  if (given === undefined) return;
  judge.refuse(
    at(tls, given),
    mode === 'SIMPLE'
      ? 'cannot specify CaCertificates or CredentialName or SubjectAltNames when InsecureSkipVerify is set true'
      : 'cannot specify CaCertificates or SubjectAltNames when InsecureSkipVerify is set true',
    `With insecureSkipVerify: true the server's certificate is not looked at, so ${given} has no use. Keep one of the two.`,
  );
}

function judgeCredential(judge: Judge, tls: Place, credential: string): void {
  const names = ['clientCertificate', 'caCertificates', 'privateKey', 'caCrl'];
  const given = names.find((name) => textOf(at(tls, name)) !== '');
  if (given !== undefined)
    judge.refuse(
      at(tls, given),
      'cannot specify client certificates or CA certificate or CA CRL If credentialName is set',
      `The certificates come from the Secret ${quoted(credential)}, so ${given} cannot stand beside it. Keep one of the two.`,
    );
  const [, namespace] = /^configmap:\/\/([^/]+)\/[^/]+$/.exec(credential) ?? [];
  if (namespace !== undefined && namespace !== judge.namespace)
    judge.refuse(
      at(tls, 'credentialName'),
      `cannot specify credentialName in another namespace: ${credential}`,
      `A ConfigMap with certificates has to be in the own namespace, ${judge.namespace}.`,
    );
}
