import {
  fieldOf,
  textField,
  textsField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { ChainTls, FilterChain } from '../gateway-config.ts';
import { type JsonObject, type JsonValue, optional } from './json-value.ts';
import { fromAgent, fromIstiod, matchNames } from './secret-source.ts';

/** How a filter chain ends TLS (`BuildListenerTLSContext`). */
export function transportSocket(tls: ChainTls, filter: FilterChain['filter']): JsonObject {
  const { mode, written, wantsClientCertificate } = tls;
  const isInMesh = mode === 'ISTIO_MUTUAL';
  const names = isInMesh ? [] : credentialNames(written);
  const checks = wantsClientCertificate || mode === 'OPTIONAL_MUTUAL';
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext',
      common_tls_context: {
        ...optional('tls_params', isInMesh ? undefined : protocolLimits(written)),
        tls_certificate_sds_secret_configs:
          names.length > 0 ? names.map(fromIstiod) : [fromAgent(fileOf(isInMesh ? {} : written))],
        ...(checks ? trust(names, isInMesh, written) : names.length > 0 ? sansOnly(written) : {}),
        alpn_protocols: [
          ...(isInMesh && filter.kind === 'tcp' ? ['istio-peer-exchange'] : []),
          'h2',
          'http/1.1',
        ],
      },
      require_client_certificate: wantsClientCertificate,
    },
  };
}

function credentialNames(written: ValueRecord): readonly string[] {
  const several = textsField(written, 'credentialNames');
  const one = textField(written, 'credentialName') ?? '';
  return several.length > 0 || one === '' ? several : [one];
}

function fileOf(written: ValueRecord): string {
  const certificate = textField(written, 'serverCertificate') ?? '';
  const key = textField(written, 'privateKey') ?? '';
  return certificate === '' || key === '' ? 'default' : `file-cert:${certificate}~${key}`;
}

/** Whom a client's certificate has to come from. */
function trust(names: readonly string[], isInMesh: boolean, written: ValueRecord): JsonObject {
  const [first] = names;
  const file = textField(written, 'caCertificates') ?? '';
  const named = textField(written, 'caCertCredentialName') ?? '';
  const root =
    first === undefined
      ? fromAgent(isInMesh || file === '' ? 'ROOTCA' : `file-root:${file}`)
      : fromIstiod(named === '' ? `${first}-cacert` : named);
  const hashes = first === undefined ? [] : ['verifyCertificateSpki', 'verifyCertificateHash'];
  return {
    combined_validation_context: {
      default_validation_context: {
        ...matchNames(textsField(written, 'subjectAltNames')),
        ...Object.fromEntries(
          hashes.flatMap((field) => {
            const values = textsField(written, field);
            return values.length === 0 ? [] : [[toSnake(field), values]];
          }),
        ),
        ...(fieldOf(written, 'insecureSkipVerify') === true
          ? { trust_chain_verification: 'ACCEPT_UNTRUSTED' }
          : {}),
      },
      validation_context_sds_secret_config: root,
    },
  };
}

function sansOnly(written: ValueRecord): JsonObject {
  const sans = matchNames(textsField(written, 'subjectAltNames'));
  return Object.keys(sans).length === 0 ? {} : { validation_context: sans };
}

function toSnake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Versions of TLS and ciphers, where the server limits them. */
function protocolLimits(written: ValueRecord): JsonValue | undefined {
  const version = (field: string): string | null => {
    const [, number] = /^TLSV(1_[0-3])$/.exec(textField(written, field) ?? '') ?? [];
    return number === undefined ? null : `TLSv${number}`;
  };
  const limits = {
    ...optional('tls_minimum_protocol_version', version('minProtocolVersion')),
    ...optional('tls_maximum_protocol_version', version('maxProtocolVersion')),
    ...optional('cipher_suites', textsField(written, 'cipherSuites')),
  };
  return Object.keys(limits).length === 0 ? undefined : limits;
}
