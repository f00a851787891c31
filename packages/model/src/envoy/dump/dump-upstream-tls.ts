import {
  fieldOf,
  findRecord,
  textField,
  textsField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { ClusterConfig } from '../cluster-config.ts';
import { type JsonObject, optional } from './json-value.ts';
import { fromAgent, fromIstiod, matchNames } from './secret-source.ts';

/** How Envoy reaches the endpoints: as it is, in TLS, or as each of them wants it. */
export interface UpstreamSocket {
  /** The fields of the cluster. */
  readonly fields: JsonObject;
  /** What TLS adds to the options of HTTP: whose name is asked for and checked. */
  readonly httpOptions: JsonObject | null;
}

const RAW: JsonObject = {
  '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer',
};
const RAW_MATCH: JsonObject = { name: 'envoy.transport_sockets.raw_buffer', typed_config: RAW };
/** istiod has two names for it. */
const RAW_ALONE: JsonObject = { name: 'raw_buffer', typed_config: RAW };

/**
 * The transport sockets of a cluster (`applyUpstreamTLSSettings`). `meshName` is the server name by
 * which the mesh knows the cluster; `isHttp2`: whether HTTP/2 is spoken with the endpoints.
 */
export function dumpUpstreamSocket(
  config: ClusterConfig,
  meshName: string,
  isHttp2: boolean,
): UpstreamSocket {
  const { policy, discovery, findsMutualTls } = config;
  const tls = findRecord(policy, 'tls');
  const version = findRecord(policy, 'proxyProtocol');
  const wrap = (socket: JsonObject): JsonObject =>
    version === null ? socket : inProxyProtocol(version, socket);
  const inMesh = (written: ValueRecord): JsonObject =>
    wrap(meshSocket(config, written, meshName, isHttp2));
  if (tls === null && findsMutualTls)
    return discovery === 'ORIGINAL_DST'
      ? alone(inMesh({}))
      : {
          fields: { transport_socket_matches: matches(inMesh({}), wrap(RAW_MATCH)) },
          httpOptions: null,
        };
  const mode = textField(tls ?? {}, 'mode') ?? 'DISABLE';
  if (tls !== null && mode === 'ISTIO_MUTUAL') return alone(inMesh(tls));
  const own = tls === null ? null : ownSocket(config, tls, isHttp2);
  if (tls !== null && own !== null)
    return { fields: { transport_socket: wrap(own) }, httpOptions: checksOf(tls) };
  return version === null ? { fields: {}, httpOptions: null } : alone(wrap(RAW_ALONE));
}

function alone(socket: JsonObject): UpstreamSocket {
  return { fields: { transport_socket: socket }, httpOptions: null };
}

/** Endpoints say themselves whether they speak the mesh's mutual TLS. */
function matches(inMesh: JsonObject, plain: JsonObject): readonly JsonObject[] {
  return [
    { name: 'tlsMode-istio', match: { tls_mode: 'istio' }, transport_socket: inMesh },
    { name: 'tlsMode-disabled', match: {}, transport_socket: plain },
  ];
}

function inProxyProtocol(version: ValueRecord, socket: JsonObject): JsonObject {
  return {
    name: 'envoy.transport_sockets.upstream_proxy_protocol',
    typed_config: {
      '@type':
        'type.googleapis.com/envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport',
      config: textField(version, 'version') === 'V2' ? { version: 'V2' } : {},
      transport_socket: socket,
    },
  };
}

function tlsSocket(common: JsonObject, sni: string): JsonObject {
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
      common_tls_context: {
        tls_params: {
          tls_minimum_protocol_version: 'TLSv1_2',
          tls_maximum_protocol_version: 'TLSv1_3',
        },
        ...common,
      },
      ...optional('sni', sni === '' ? undefined : sni),
    },
  };
}

/** The mesh's own mutual TLS, with the certificates that the mesh gives. */
function meshSocket(
  { identities }: ClusterConfig,
  written: ValueRecord,
  meshName: string,
  isHttp2: boolean,
): JsonObject {
  const names = textsField(written, 'subjectAltNames');
  return tlsSocket(
    {
      tls_certificate_sds_secret_configs: [fromAgent('default')],
      combined_validation_context: {
        default_validation_context: matchNames(names.length > 0 ? names : identities),
        validation_context_sds_secret_config: fromAgent('ROOTCA'),
      },
      alpn_protocols: ['istio-peer-exchange', 'istio', ...(isHttp2 ? ['h2'] : [])],
    },
    textField(written, 'sni') || meshName,
  );
}

/** TLS as the rule says it; null where it is not what it has to be, and then there is no TLS. */
function ownSocket(config: ClusterConfig, tls: ValueRecord, isHttp2: boolean): JsonObject | null {
  const mode = textField(tls, 'mode');
  const secrets = mode === 'MUTUAL' ? clientSecrets(tls) : mode === 'SIMPLE' ? [] : null;
  if (secrets === null) return null;
  return tlsSocket(
    {
      ...optional('tls_certificate_sds_secret_configs', secrets),
      ...trust(config, tls),
      ...(isHttp2 ? { alpn_protocols: ['h2'] } : {}),
    },
    textField(tls, 'sni') ?? '',
  );
}

/** What the client shows; null where a file of the two is not named. */
function clientSecrets(tls: ValueRecord): readonly JsonObject[] | null {
  const credential = textField(tls, 'credentialName') ?? '';
  if (credential !== '') return [fromIstiod(credential)];
  const certificate = textField(tls, 'clientCertificate') ?? '';
  const key = textField(tls, 'privateKey') ?? '';
  return certificate === '' || key === '' ? null : [fromAgent(`file-cert:${certificate}~${key}`)];
}

/** Whose certificates are taken (`constructUpstreamTLS`). */
function trust({ isOfServiceEntry, identities }: ClusterConfig, tls: ValueRecord): JsonObject {
  const credential = textField(tls, 'credentialName') ?? '';
  if (fieldOf(tls, 'insecureSkipVerify') === true)
    return credential === '' ? { validation_context: {} } : {};
  const written = textsField(tls, 'subjectAltNames');
  const names = written.length === 0 && isOfServiceEntry ? identities : written;
  const list = textField(tls, 'caCrl') ?? '';
  return {
    combined_validation_context: {
      default_validation_context: {
        ...matchNames(names),
        ...(list === '' || credential !== '' ? {} : { crl: { filename: list } }),
      },
      validation_context_sds_secret_config:
        credential === ''
          ? fromAgent(`file-root:${textField(tls, 'caCertificates') || 'system'}`)
          : fromIstiod(`${credential}-cacert`),
    },
  };
}

/** Without a name in the rule, the one of the request is asked for and checked (`setAutoSniAndAutoSanValidation`). */
function checksOf(tls: ValueRecord): JsonObject | null {
  if ((textField(tls, 'sni') ?? '') !== '') return null;
  const isChecked =
    textsField(tls, 'subjectAltNames').length === 0 && fieldOf(tls, 'insecureSkipVerify') !== true;
  return { auto_sni: true, ...(isChecked ? { auto_san_validation: true } : {}) };
}
