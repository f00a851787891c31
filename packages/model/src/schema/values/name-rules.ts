import { quoted } from './quoted.ts';

const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const DNS_LABEL = new RegExp(`^${LABEL}$`);
const DNS_SUBDOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const QUALIFIED_NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const LABEL_LENGTH = 63;
const SUBDOMAIN_LENGTH = 253;

function tooLong(text: string, longest: number, what: string): string | null {
  return text.length > longest
    ? `${what} is too long: Kubernetes allows ${longest} characters here.`
    : null;
}

/** Whether Istio takes it as one label of a host or as a name: as in DNS, and upper case is allowed. */
export function isIstioLabel(text: string): boolean {
  return text.length <= LABEL_LENGTH && DNS_LABEL.test(text.toLowerCase());
}

/** Why Kubernetes would not take the name for a resource; null where it would. */
export function whyNotResourceName(name: string): string | null {
  if (name === '') return 'A resource needs a name.';
  if (DNS_SUBDOMAIN.test(name)) return tooLong(name, SUBDOMAIN_LENGTH, 'The name');
  return (
    tooLong(name, SUBDOMAIN_LENGTH, 'The name') ??
    `${quoted(name)} cannot be a name in Kubernetes. Use lower case letters, digits, "-" and "."; begin and end with a letter or digit.`
  );
}

/** Why Kubernetes would not take the name for a Service, which becomes a DNS name; null where it would. */
export function whyNotServiceName(name: string): string | null {
  if (name === '') return 'A resource needs a name.';
  const fits = DNS_LABEL.test(name) && /^[a-z]/.test(name);
  return (
    tooLong(name, LABEL_LENGTH, 'The name') ??
    (fits
      ? null
      : `${quoted(name)} cannot be the name of a Service. Use lower case letters, digits and "-"; begin with a letter and end with a letter or digit.`)
  );
}

/** Why Kubernetes would not take the name where one without dots is asked for; null where it would. */
export function whyNotDnsLabel(name: string): string | null {
  return (
    tooLong(name, LABEL_LENGTH, 'The name') ??
    (DNS_LABEL.test(name)
      ? null
      : `${quoted(name)} cannot be a name here. Use lower case letters, digits and "-"; begin and end with a letter or digit.`)
  );
}

/** Why Istio would not take the name of a subset or port; null where it would. */
export function whyNotIstioLabel(name: string): string | null {
  return (
    tooLong(name, LABEL_LENGTH, 'The name') ??
    (isIstioLabel(name)
      ? null
      : `${quoted(name)} cannot be a name here. Use letters, digits and "-"; begin and end with a letter or digit.`)
  );
}

/** Why Kubernetes would not take the namespace; null where it would. */
export function whyNotNamespace(namespace: string): string | null {
  return namespace.length <= LABEL_LENGTH && DNS_LABEL.test(namespace)
    ? null
    : `${quoted(namespace)} cannot be a namespace. Use at most ${LABEL_LENGTH} lower case letters, digits and "-"; begin and end with a letter or digit.`;
}

/** Why Kubernetes would not take the name for a port; null where it would. */
export function whyNotPortName(name: string): string | null {
  const fits =
    name.length <= 15 && DNS_LABEL.test(name) && /[a-z]/.test(name) && !name.includes('--');
  return fits
    ? null
    : `${quoted(name)} cannot be the name of a port. Use at most 15 lower case letters, digits and single "-", with at least one letter; or write the number of a port.`;
}

/** Why Kubernetes would not take the key for a label or annotation; null where it would. */
export function whyNotLabelKey(key: string): string | null {
  const slash = key.indexOf('/');
  const [prefix, name] = slash < 0 ? [null, key] : [key.slice(0, slash), key.slice(slash + 1)];
  if (prefix !== null && !(prefix.length <= SUBDOMAIN_LENGTH && DNS_SUBDOMAIN.test(prefix))) {
    return `${quoted(key)} cannot be a key. What is in front of "/" has to be a DNS name such as example.com.`;
  }
  return name.length <= LABEL_LENGTH && QUALIFIED_NAME.test(name)
    ? null
    : `${quoted(key)} cannot be a key. Use at most ${LABEL_LENGTH} letters, digits, "-", "_" and "."; begin and end with a letter or digit.`;
}

/** Why Kubernetes would not take the value of a label; null where it would. It may be empty. */
export function whyNotLabelValue(value: string): string | null {
  const fits = value === '' || (value.length <= LABEL_LENGTH && QUALIFIED_NAME.test(value));
  return fits
    ? null
    : `${quoted(value)} cannot be the value of a label. Use at most ${LABEL_LENGTH} letters, digits, "-", "_" and "."; begin and end with a letter or digit.`;
}

/** Why Kubernetes would not take the key in a Secret or ConfigMap; null where it would. */
export function whyNotDataKey(key: string): string | null {
  return key.length <= SUBDOMAIN_LENGTH && /^[-._a-zA-Z0-9]+$/.test(key) && !/^\.{1,2}$/.test(key)
    ? null
    : `${quoted(key)} cannot be a key. Use letters, digits, "-", "_" and ".".`;
}

const CREDENTIAL = /^(?:(?:kubernetes|kubernetes-gateway|configmap):\/\/)?(?:([^/]*)\/)?([^/]*)$/;

/** Why Istio would not take it as the name of a Secret with a certificate; null where it would. */
export function whyNotCredentialName(text: string): string | null {
  if (text === 'builtin://') return null;
  const [, namespace, name = ''] = CREDENTIAL.exec(text) ?? [];
  const fits = DNS_SUBDOMAIN.test(name) && (namespace === undefined || DNS_LABEL.test(namespace));
  return fits && text.length <= 2 * SUBDOMAIN_LENGTH
    ? null
    : `${quoted(text)} cannot be the name of a Secret. Write its name as it is under metadata, or namespace/name.`;
}
