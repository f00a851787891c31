import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ALL_CHECKS } from '../../src/diagnostics/all-checks.ts';
import { createDiagnoser } from '../../src/diagnostics/engine/diagnoser.ts';
import { kindKey } from '../../src/diagnostics/engine/relation.ts';
import { buildSnapshot, DEFAULT_ASSUMPTIONS, finish } from '../../src/index.ts';

interface Case {
  readonly name: string;
  readonly analyzer: string;
  readonly analyzerInputs: readonly string[];
  readonly inputFiles: readonly { readonly text: string }[];
  readonly meshConfigFile: { readonly text: string } | null;
  readonly expected: readonly { readonly code: string; readonly resource: string }[];
}

const CASES = fileURLToPath(new URL('../../../../../shared/cases/analyzers.json', import.meta.url));
const isThere = existsSync(CASES);
const cases: readonly Case[] = isThere ? JSON.parse(readFileSync(CASES, 'utf8')) : [];

/** What each of Istio's analyzers reports; of IST0101 those that miss one of these. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'deployment.ApplicationUIDAnalyzer': ['IST0144'],
  'deployment.ServiceAssociationAnalyzer': ['IST0116', 'IST0137'],
  'deprecation.FieldAnalyzer': ['IST0002'],
  'destinationrule.CaCertificateAnalyzer': ['IST0128', 'IST0129'],
  'destinationrule.PodNotSelectedAnalyzer': ['IST0173', 'IST0174'],
  'gateway.CertificateAnalyzer': ['IST0138'],
  'gateway.ConflictingGatewayAnalyzer': ['IST0145'],
  'gateway.IngressGatewayPortAnalyzer': ['IST0101 selector', 'IST0162'],
  'gateway.SecretAnalyzer': ['IST0101 selector', 'IST0101 secret', 'IST0161'],
  'injection.Analyzer': ['IST0102', 'IST0103', 'IST0123', 'IST0148'],
  'schema.ValidationAnalyzer.VirtualService': ['IST0106', 'IST0130', 'IST0131', 'IST0133'],
  'service.PortNameAnalyzer': ['IST0118', 'IST0150'],
  'serviceentry.ConflictingServiceEntryProtocolAnalyzer': ['IST0177'],
  'serviceentry.ProtocolAddressesAnalyzer': ['IST0134'],
  'sidecar.SelectorAnalyzer': ['IST0101 selector', 'IST0110', 'IST0111', 'IST0167'],
  'virtualservice.ConflictingMeshGatewayHostsAnalyzer': ['IST0109'],
  'virtualservice.DestinationHostAnalyzer': ['IST0101 host', 'IST0101 port', 'IST0112', 'IST0140'],
  'virtualservice.DestinationRuleAnalyzer': ['IST0101 subset'],
  'virtualservice.JWTClaimRouteAnalyzer': ['IST0149'],
  'virtualservice.GatewayAnalyzer': ['IST0101 gateway', 'IST0132', 'IST0165'],
};

/** As ids begin, for the names that Istio's analyzers give their inputs. */
const KINDS: Readonly<Record<string, string>> = {
  KubernetesGateway: 'Gateway.gateway.networking.k8s.io',
  MeshConfig: 'ConfigMap',
  RequestAuthentication: 'RequestAuthentication.security.istio.io',
  Sidecar: 'Sidecar.networking.istio.io',
  CustomResourceDefinition: 'CustomResourceDefinition.apiextensions.k8s.io',
};

/** Istio's own text of a mesh config, as the cluster has it. */
function writeMeshConfig(config: Case['meshConfigFile']): string {
  if (config === null) return '';
  const mesh = config.text.replace(/^/gm, '    ');
  return `\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n${mesh}\n`;
}

function diagnose(one: Case): readonly string[] {
  const { resources } = buildSnapshot(
    one.inputFiles.map(({ text }) => text).join('\n---\n') + writeMeshConfig(one.meshConfigFile),
  );
  const kinds = new Set(one.analyzerInputs.map((input) => KINDS[input] ?? input));
  const loaded = resources.filter((resource) => kinds.has(kindKey(resource)));
  const diagnoser = createDiagnoser(ALL_CHECKS, Date.UTC(2026, 0, 1));
  const subject = { blocks: [loaded], assumptions: DEFAULT_ASSUMPTIONS, schema: null };
  return [...finish(diagnoser.diagnose(subject)).values()]
    .flat()
    .filter(({ code, data }) =>
      CODES[one.analyzer]?.includes(code === 'IST0101' ? `${code} ${data.reference}` : code),
    )
    .map(({ code, resource }) => `${code} ${resource?.replace(/^(\w+)[^/]*/, '$1')}`)
    .toSorted();
}

/** Istio prints no namespace where none is written, which is the default one here. */
function expectedOf({ expected }: Case): readonly string[] {
  return expected
    .map(({ code, resource }) => {
      const [kind = '', name = ''] = resource.split(' ');
      const isWhole = name.includes('/');
      const isClusterScoped = kind === 'Namespace';
      return `${code} ${kind}/${isWhole ? '' : isClusterScoped ? '/' : 'default/'}${name}`;
    })
    .toSorted();
}

describe.skipIf(!isThere)("[A107] Istio's own cases of its analyzers (in ../shared/cases)", () => {
  test.each(cases.map((one) => [`${one.analyzer}: ${one.name}`, one] as const))('%s', (_, one) => {
    expect(CODES).toHaveProperty([one.analyzer]);
    expect(diagnose(one)).toEqual(expectedOf(one));
  });
});
