import { describe, expect, test } from 'vitest';
import { filesUnder, readRepositoryFile } from './repository-files.ts';

function versionOf(text: string): number {
  const [, major, minor = '0'] = /(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return Number(major) * 1000 + Number(minor);
}

/** Whether a range such as `^20.19.0 || >=22` takes the oldest Node that package.json allows. */
function runsOnOldestNode(range: string): boolean {
  const { engines } = JSON.parse(readRepositoryFile('package.json'));
  const oldest = versionOf(engines.node);
  return range.split('||').some((part) => {
    const isOpen = part.includes('>=');
    const isSameMajor = Math.floor(versionOf(part) / 1000) === Math.floor(oldest / 1000);
    return versionOf(part) <= oldest && (isOpen || isSameMajor);
  });
}

describe('the workspace', () => {
  const manifests = ['package.json', 'web/package.json', 'e2e/package.json'];
  const all = [...manifests, 'packages/model/package.json', 'packages/cli/package.json'];

  test.each(all)('%s pins every version exactly', (path) => {
    const { dependencies, devDependencies } = JSON.parse(readRepositoryFile(path));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*)$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  test('the lockfile names no registry host and no address', () => {
    const lines = readRepositoryFile('pnpm-lock.yaml').split('\n');
    expect(lines.filter((line) => /https?:|tarball:|registry|\bgit[+@]/.test(line))).toEqual([]);
  });

  test('the npm settings name no registry and hold no credential', () => {
    expect(readRepositoryFile('.npmrc')).not.toMatch(/registry|_auth|token|password/i);
  });

  test('every package runs on the Node that is asked for, but those of which only the types are read', () => {
    const blocks = readRepositoryFile('pnpm-lock.yaml').split(/\n(?= {2}\S+:\n {4}resolution:)/);
    const wanting = blocks.flatMap((block) => {
      const [, name] = /^ {2}'?(@?[^@]+)@/.exec(block) ?? [];
      const [, node] = /engines: \{.*?node: '?([^,'}]+)/.exec(block) ?? [];
      return name && node && !runsOnOldestNode(node) ? [name] : [];
    });
    const typesOnly = wanting.filter((name) =>
      /^(@kubernetes-models\/.+|kubernetes-models)$/.test(name),
    );
    expect(wanting).toEqual(typesOnly);
    expect(typesOnly.length).toBeGreaterThan(0);
  });

  test('the pnpm version is named once, exactly', () => {
    expect(JSON.parse(readRepositoryFile('package.json')).packageManager).toMatch(
      /^pnpm@\d+\.\d+\.\d+$/,
    );
    const elsewhere = [
      ...filesUnder('scripts', /\.mjs$/),
      ...filesUnder('.', /^pnpm-workspace\.yaml$/),
    ];
    expect(elsewhere.filter((file) => /pnpm@\d/.test(file.text))).toEqual([]);
  });

  test('no dependency runs a script when it is installed', () => {
    expect(readRepositoryFile('pnpm-workspace.yaml')).toMatch(/^onlyBuiltDependencies: \[\]$/m);
  });

  test('every command that the documents name is there', () => {
    const scripts = Object.keys(JSON.parse(readRepositoryFile('package.json')).scripts);
    const named = ['README.md', 'CONTRIBUTING.md'].flatMap((path) =>
      [
        ...readRepositoryFile(path).matchAll(
          /(?:^|`|[&|] )(?:npm run|pnpm(?: --silent)?) ([a-z][\w:-]*)/gm,
        ),
      ].map((match) => match[1] ?? ''),
    );
    const ofPnpm = ['install', 'add', 'exec', 'dlx'];
    expect(named.filter((name) => ![...scripts, ...ofPnpm].includes(name))).toEqual([]);
  });

  test('what continuous integration runs is the test command of the README, and nothing else', () => {
    const commands = readRepositoryFile('.ci/run')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !/^(set|cd) /.test(line));
    expect(commands).toEqual(['exec npm test </dev/null']);
    expect(readRepositoryFile('README.md')).toContain('npm test');
  });
});
