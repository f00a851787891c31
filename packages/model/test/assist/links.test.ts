import { expect, test } from 'vitest';
import { listLinks } from '../../src/assist/symbols/list-links.ts';
import { buildSnapshot } from '../../src/index.ts';
import { joined } from '../support/short-manifest.ts';

function tell(text: string): readonly string[] {
  return listLinks(buildSnapshot(text)).map(
    ({ range, url }) => `${text.slice(range.start, range.end)} → ${url}`,
  );
}

const ISTIO = 'https://istio.io/latest/docs/reference/config/networking';
const GATEWAY_API = 'https://gateway-api.sigs.k8s.io/reference/spec/';

test('[I32] apiVersion and kind lead to the page about the kind of that group', () => {
  const text = joined(
    '# https://example.com\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: a}\n',
    'apiVersion: gateway.networking.k8s.io/v1\nkind: "Gateway"\nmetadata: {name: b}\n',
  );
  expect(tell(text)).toEqual([
    `networking.istio.io/v1 → ${ISTIO}/gateway/`,
    `Gateway → ${ISTIO}/gateway/`,
    `gateway.networking.k8s.io/v1 → ${GATEWAY_API}`,
    `"Gateway" → ${GATEWAY_API}`,
  ]);
});

test('[I32] kinds without a page, comments, URLs in values and broken documents lead nowhere', () => {
  expect(tell('apiVersion: a.example.com/v1\nkind: Own\nmetadata: {name: a}\n')).toEqual([]);
  expect(tell('# https://istio.io\nurl: https://istio.io\n')).toEqual([]);
  expect(tell('apiVersion: v1\nkind: Service\nmetadata: {name: [\n')).toEqual([]);
});

test('[I32] items of a List lead to pages of their own', () => {
  const text =
    'apiVersion: v1\nkind: List\nitems:\n- apiVersion: networking.istio.io/v1\n  kind: Sidecar\n  metadata: {name: a}\n';
  expect(tell(text)).toEqual([
    `networking.istio.io/v1 → ${ISTIO}/sidecar/`,
    `Sidecar → ${ISTIO}/sidecar/`,
  ]);
});

test('[I32] also in JSON, behind anchors, and beside texts that look like manifests', () => {
  const page = 'https://kubernetes.io/docs/concepts/services-networking/service/';
  expect(tell('{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}}\n')).toEqual([
    `"v1" → ${page}`,
    `"Service" → ${page}`,
  ]);
  const text =
    'apiVersion: v1\nkind: &k Service\nmetadata:\n  name: a\n  annotations:\n    was: |\n      kind: Pod\n';
  expect(tell(text)[0]).toBe(`v1 → ${page}`);
  expect(tell(text)[1]).toContain(`Service → ${page}`);
  expect(tell(text)).toHaveLength(2);
});
