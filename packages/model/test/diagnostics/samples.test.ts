import { describe, expect, test } from 'vitest';
import { buildSnapshot, diagnoseSnapshot, listDiagnostics, loadSchema } from '../../src/index.ts';
import {
  HAS_REAL_MANIFESTS,
  indexedManifests,
  readRealManifest,
} from '../support/real-manifests.ts';

const manifests = indexedManifests();
const samples = manifests.filter(({ origin }) => origin === 'samples').map(({ file }) => file);

/** Names a Gateway of its own namespace that stands in another file. */
const GATEWAY_ELSEWHERE = /^IST0101 VirtualService\/\S+ There is no Gateway/;

/** What is wrong in a sample when it is applied alone, and why. */
const REALLY_WRONG: Readonly<Record<string, RegExp>> = {
  'GoogleCloudPlatform__istio-samples/multicluster-ingress__manifests__healthcheck.yaml':
    GATEWAY_ELSEWHERE,
  'GoogleCloudPlatform__istio-samples/multicluster-ingress__zone_printer__virtualservice.yaml':
    GATEWAY_ELSEWHERE,
  'GoogleCloudPlatform__istio-samples/sample-apps__grpc-greeter-go__manifests__greeter-istio-virtualservice.yaml':
    GATEWAY_ELSEWHERE,
};

describe.skipIf(!HAS_REAL_MANIFESTS)(
  '[A2] with default assumptions (manifests in ../shared)',
  () => {
    test.each(samples)('no error is found in %s unless it is really wrong', async (file) => {
      const snapshot = buildSnapshot(readRealManifest(file));
      const errors = listDiagnostics(diagnoseSnapshot(snapshot, await loadSchema()))
        .filter(({ severity }) => severity === 'error')
        .map(({ code, resource, message }) => `${code} ${resource} ${message}`);
      const reason = REALLY_WRONG[file];
      if (reason === undefined) expect(errors).toEqual([]);
      else for (const error of errors) expect(error).toMatch(reason);
    });

    test('the list of what is really wrong names samples that are there', () => {
      expect(samples).toEqual(expect.arrayContaining(Object.keys(REALLY_WRONG)));
    });

    test.each(manifests.map(({ file }) => file))('no check fails on %s', async (file) => {
      const snapshot = buildSnapshot(readRealManifest(file));
      const found = listDiagnostics(diagnoseSnapshot(snapshot, await loadSchema()));
      expect(found.filter(({ code }) => code === 'PTL0000')).toEqual([]);
    });
  },
);
