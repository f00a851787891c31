import { describe, expect, test } from 'vitest';
import { buildSnapshot, requestsForRoutes, traceRequest } from '../../src/index.ts';
import { loadRegexEngine } from '../../src/schema/values/regex-engine.ts';
import { gatewayConfigs } from '../../src/snapshot-envoy.ts';
import {
  HAS_REAL_MANIFESTS,
  indexedManifests,
  readRealManifest,
} from '../support/real-manifests.ts';

const regex = await loadRegexEngine();

describe.skipIf(!HAS_REAL_MANIFESTS)('[V15] real manifests', () => {
  test('compile, and every request that is made for a route ends behind the virtual host', () => {
    for (const { file } of indexedManifests()) {
      const snapshot = buildSnapshot(readRealManifest(file));
      expect(() => gatewayConfigs(snapshot), file).not.toThrow();
      for (const request of requestsForRoutes(snapshot, regex)) {
        const trace = traceRequest(snapshot, request, regex);
        const ending = `${file} ${request.host}${request.path}: ${trace.outcome}`;
        // Secrets, rejected listeners and redirects to https may end it before.
        expect(ending).not.toMatch(/connection-refused|no-virtual-host|protocol-mismatch/);
      }
    }
  }, 60_000);
});
