import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Run, runPortolan } from './run-portolan.ts';

const TIMEOUT = 60_000;

/** A VirtualService on a Gateway that is not there; the name stands on line 6, columns 14 to 21. */
const DANGLING = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  gateways: [nowhere]
  http:
    - directResponse: {status: 200}
`;

let folder = '';

const portolan = (args: readonly string[], input = ''): Promise<Run> =>
  runPortolan(folder, args, input);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-'));
  await mkdir(join(folder, 'a, b'));
  await writeFile(
    join(folder, 'good.yaml'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  );
  await writeFile(join(folder, 'a, b/dangling.yaml'), DANGLING);
  await writeFile(
    join(folder, 'mute.yaml'),
    'muted: [IST0132, IST0101 VirtualService/default/shop]\n',
  );
});

afterAll(() => rm(folder, { recursive: true }));

const files = ['good.yaml', 'a, b'];

describe('portolan analyze', () => {
  test(
    '[A8] --json prints code, severity, resource, message, file and range, counted from 1',
    async () => {
      const { status, out } = await portolan(['analyze', ...files, '--json']);
      const findings = JSON.parse(out) as readonly Record<string, unknown>[];
      expect(findings.find(({ code }) => code === 'IST0101')).toEqual({
        code: 'IST0101',
        severity: 'error',
        resource: 'VirtualService/default/shop',
        message: expect.stringContaining('no Gateway "nowhere" in the namespace default'),
        file: 'a, b/dangling.yaml',
        range: { start: { line: 6, column: 14 }, end: { line: 6, column: 21 } },
      });
      expect(status).toBe(1);
    },
    TIMEOUT,
  );

  test(
    '[A8] without findings the list is empty, and the exit status 0',
    async () => {
      expect(await portolan(['analyze', 'good.yaml', '--json'])).toEqual({
        status: 0,
        out: '[]\n',
        err: '',
      });
    },
    TIMEOUT,
  );

  test(
    '[A8] --fail-on decides about the exit status, and muted findings do not count',
    async () => {
      expect((await portolan(['analyze', ...files, '--fail-on', 'never'])).status).toBe(0);
      const muted = await portolan(['analyze', ...files, '--assume', 'mute.yaml']);
      expect(muted.out).not.toContain('IST0101');
      expect(muted.status).toBe(0);
    },
    TIMEOUT,
  );

  test(
    '[A8] as text each finding is a line that editors and terminals can jump to',
    async () => {
      const { out } = await portolan(['analyze', ...files]);
      expect(out).toMatch(
        /^a, b\/dangling\.yaml:6:14: error IST0101 \(VirtualService\/default\/shop\): There is no/m,
      );
      expect(out).toMatch(/\d+ errors?, \d+ warnings?, \d+ info\.\n$/);
    },
    TIMEOUT,
  );

  test(
    '[A8] for GitHub Actions each finding is a workflow command, with what is special escaped',
    async () => {
      const { out } = await portolan(['analyze', ...files, '--format', 'github']);
      const [line] = out.split('\n').filter((one) => one.includes('IST0101'));
      expect(line).toMatch(
        /^::error file=a%2C b\/dangling\.yaml,line=6,endLine=6,col=14,endColumn=21,title=IST0101 VirtualService\/default\/shop::There is no Gateway/,
      );
    },
    TIMEOUT,
  );

  test(
    '[A8] as SARIF each finding has its rule, level, and place',
    async () => {
      const { out } = await portolan(['analyze', ...files, '--format', 'sarif']);
      const { version, runs } = JSON.parse(out);
      expect(version).toBe('2.1.0');
      const { tool, results } = runs[0];
      const result = results.find((one: { ruleId: string }) => one.ruleId === 'IST0101');
      expect(tool.driver.rules[result.ruleIndex].id).toBe('IST0101');
      expect(result.level).toBe('error');
      expect(result.locations[0].physicalLocation).toEqual({
        artifactLocation: { uri: 'a%2C%20b/dangling.yaml' },
        region: { startLine: 6, startColumn: 14, endLine: 6, endColumn: 21 },
      });
    },
    TIMEOUT,
  );

  test(
    '[A8] in SARIF a file with a whole path has the address of a file',
    async () => {
      const whole = join(folder, 'a, b/dangling.yaml');
      const { out } = await portolan(['analyze', whole, '--format', 'sarif']);
      const [{ tool, results }] = JSON.parse(out).runs;
      expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
        pathToFileURL(whole).href,
      );
      expect(tool.driver.semanticVersion).toBe((await portolan(['--version'])).out.trim());
      expect(tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+$/);
    },
    TIMEOUT,
  );

  test(
    'an unknown format is bad usage',
    async () => {
      const { status, err } = await portolan(['analyze', 'good.yaml', '--format', 'xml']);
      expect(status).toBe(2);
      expect(err).toContain('--format takes text, json, sarif, github, and not xml');
    },
    TIMEOUT,
  );

  test(
    '[A160] --as istioctl prints what istioctl analyze prints of files',
    async () => {
      const { status, out } = await portolan(['analyze', ...files, '--as', 'istioctl']);
      expect(status).toBe(1);
      expect(out).toMatch(
        /^Error \[IST0101\] \(VirtualService default\/shop a, b\/dangling\.yaml:6\) Referenced gateway not found: /,
      );
      const json = await portolan(['analyze', ...files, '--as', 'istioctl', '--json']);
      expect(JSON.parse(json.out)[0]).toMatchObject({ code: 'IST0101', level: 'Error' });
      const refused = await portolan(['analyze', ...files, '--as', 'kiali']);
      expect(refused).toMatchObject({ status: 2 });
    },
    TIMEOUT,
  );
});
