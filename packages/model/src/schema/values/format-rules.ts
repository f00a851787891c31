import type {
  FieldFormat,
  KeyFormat,
  NumberFormat,
  SharedFormat,
  TextFormat,
} from '../field-format.ts';
import { whyNotCidr } from './address-rules.ts';
import {
  whyNotDestinationHost,
  whyNotEgressHost,
  whyNotEndpointAddress,
  whyNotExportNamespace,
  whyNotGatewayName,
  whyNotPlainHost,
  whyNotRouteHost,
  whyNotRuleHost,
  whyNotServerHost,
} from './host-rules.ts';
import {
  HTTP_METHODS,
  PORT_PROTOCOLS,
  RETRY_CONDITIONS,
  whyNotEntryProtocol,
  whyNotHeaderName,
  whyNotMatchedHeader,
  whyNotMethod,
  whyNotProtocol,
  whyNotRetryConditions,
  whyNotUrlPath,
  whyNotWebAddress,
} from './http-rules.ts';
import {
  whyNotBase64,
  whyNotLocality,
  whyNotQuantity,
  whyNotSecretData,
} from './kubernetes-rules.ts';
import {
  whyNotCredentialName,
  whyNotDataKey,
  whyNotDnsLabel,
  whyNotIstioLabel,
  whyNotLabelKey,
  whyNotLabelValue,
  whyNotNamespace,
  whyNotPortName,
  whyNotResourceName,
  whyNotServiceName,
} from './name-rules.ts';
import {
  whyNotCount,
  whyNotFaultPercentage,
  whyNotHttpStatus,
  whyNotPercentage,
  whyNotPort,
  whyNotRedirectStatus,
  whyNotShare,
  whyNotWeight,
} from './number-rules.ts';
import type { RegexCheck } from './regex-rules.ts';
import { whyNotDuration, whyNotDurationOrZero, whyNotSeconds } from './time-rules.ts';

type TextRule = (text: string, checkRegex: RegexCheck) => string | null;
type NumberRule = (value: number) => string | null;
type RulesOf<Rule> = Readonly<Partial<Record<FieldFormat, Rule>>>;

const anything = () => null;

const TEXT_RULES: RulesOf<TextRule> = {
  duration: whyNotDuration,
  'duration-or-zero': whyNotDurationOrZero,
  seconds: whyNotSeconds,
  protocol: whyNotProtocol,
  'entry-protocol': whyNotEntryProtocol,
  'route-host': whyNotRouteHost,
  'rule-host': whyNotRuleHost,
  'destination-host': whyNotDestinationHost,
  'plain-host': whyNotPlainHost,
  'server-host': whyNotServerHost,
  'egress-host': whyNotEgressHost,
  address: whyNotEndpointAddress,
  cidr: whyNotCidr,
  'http-method': whyNotMethod,
  'header-name': whyNotHeaderName,
  'retry-conditions': whyNotRetryConditions,
  'label-value': whyNotLabelValue,
  'dns-label': whyNotDnsLabel,
  'istio-label': whyNotIstioLabel,
  'resource-name': whyNotResourceName,
  'credential-name': whyNotCredentialName,
  'service-name': whyNotServiceName,
  'port-name': whyNotPortName,
  'gateway-name': whyNotGatewayName,
  namespace: whyNotNamespace,
  'export-namespace': whyNotExportNamespace,
  locality: whyNotLocality,
  'web-address': whyNotWebAddress,
  'url-path': whyNotUrlPath,
  base64: whyNotBase64,
  'secret-text': anything,
  'secret-base64': whyNotSecretData,
  regex: (text, checkRegex) => checkRegex(text),
  'regex-or-star': (text, checkRegex) => (text === '*' ? null : checkRegex(text)),
  'port-or-name': whyNotPortName,
  quantity: whyNotQuantity,
} satisfies Record<TextFormat | SharedFormat, TextRule>;

const NUMBER_RULES: RulesOf<NumberRule> = {
  port: whyNotPort,
  percentage: whyNotPercentage,
  'fault-percentage': whyNotFaultPercentage,
  weight: whyNotWeight,
  share: whyNotShare,
  count: whyNotCount,
  'http-status': whyNotHttpStatus,
  'redirect-status': whyNotRedirectStatus,
  'port-or-name': whyNotPort,
  quantity: anything,
} satisfies Record<NumberFormat | SharedFormat, NumberRule>;

const KEY_RULES: Readonly<Record<KeyFormat, (key: string) => string | null>> = {
  'label-key': whyNotLabelKey,
  'header-name': whyNotHeaderName,
  'matched-header': whyNotMatchedHeader,
  'data-key': whyNotDataKey,
  'istio-label': whyNotIstioLabel,
  locality: whyNotLocality,
};

/** The texts that are known for a format: some of many, or all that are allowed. */
export const KNOWN_TEXTS: Readonly<Partial<Record<FieldFormat, readonly string[]>>> = {
  protocol: PORT_PROTOCOLS,
  'entry-protocol': PORT_PROTOCOLS,
  'http-method': HTTP_METHODS,
  'retry-conditions': RETRY_CONDITIONS,
};

/** Why the text does not have the format; null where it has, and for a format of other values. */
export function whyNotText(
  format: FieldFormat,
  text: string,
  checkRegex: RegexCheck,
): string | null {
  return TEXT_RULES[format]?.(text, checkRegex) ?? null;
}

/** Why the number does not have the format; null where it has, and for a format of other values. */
export function whyNotNumber(format: FieldFormat, value: number): string | null {
  return NUMBER_RULES[format]?.(value) ?? null;
}

/** Why the text does not have the format of a key; null where it has. */
export function whyNotKey(format: KeyFormat, key: string): string | null {
  return KEY_RULES[format](key);
}
