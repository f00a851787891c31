import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Code, entryOf, hasFix, listCodes } from '../../src/index.ts';
import { filesUnder, ROOT, readRepositoryFile } from '../repository/repository-files.ts';

const PAGE = 'docs/diagnostics.md';

/** Codes that Istio took out of use, and one that it never used: they mean nothing, and never will. */
const RETIRED = /^IST0(104|105|113|114|115|117|119|120|121|122|124)$/;

const FAMILIES = [
  ['IST', "Istio's", 'What `istioctl analyze` finds, under its codes.'],
  ['KIA', "Kiali's", 'What Kiali finds and `istioctl analyze` does not, under its codes.'],
  ['PTL', "Portolan's", 'What neither of them finds.'],
] as const;

const tests = filesUnder('packages', /\.test\.ts$/).filter(
  ({ path }) => !path.endsWith('reference-page.test.ts'),
);

/** The files of tests that name the code, those beside the check first. */
function testsOf(code: Code): readonly string[] {
  return tests.filter(({ text }) => text.includes(code)).map(({ path }) => path);
}

/** The page about all codes. */
function writePage(): string {
  const sections = FAMILIES.map(([prefix, whose, about]) => {
    const codes = listCodes().filter((code) => code.startsWith(prefix));
    return `## ${whose} codes\n\n${about}\n\n${writeTable(codes)}\n\n${codes.map(writeEntry).join('\n\n')}`;
  });
  return `# What Portolan finds\n\nEvery code that the problems pane and \`portolan analyze\` know: ${listCodes().length}. Written from the catalogue in \`packages/model/src/diagnostics/codes/\` by the test that reads it (\`PORTOLAN_WRITE=1 pnpm unit reference-page\`).\n\nWhere there is a quick fix, Portolan mends all findings of the code, or those where it is sure what is meant: ${listCodes().filter(hasFix).length} codes.\n\n${sections.join('\n\n')}\n`;
}

function writeTable(codes: readonly Code[]): string {
  const rows = codes.map((code) => {
    const { severity, title } = entryOf(code);
    const [first = ''] = testsOf(code);
    const name = first.split('/').at(-1) ?? '';
    const fix = hasFix(code) ? 'yes' : '';
    return `| [${code}](#${code.toLowerCase()}) | ${severity} | ${title} | ${fix} | [${name}](../${first}) |`;
  });
  return [
    '| code | severity | finding | quick fix | tested in |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function writeEntry(code: Code): string {
  const { title, explanation, symptom, link } = entryOf(code);
  return `### ${code}\n\n**${title}.** ${explanation}\n\nWhat one sees: ${symptom}\n\n[Read more](${link})`;
}

test('[A5] the page about all codes says what the catalogue says', () => {
  const page = writePage();
  if (process.env.PORTOLAN_WRITE === '1') writeFileSync(join(ROOT, PAGE), page);
  expect(readRepositoryFile(PAGE), `write it: PORTOLAN_WRITE=1 pnpm unit reference-page`).toBe(
    page,
  );
});

test('[A5] every code is in a test', () => {
  expect(listCodes().filter((code) => testsOf(code).length === 0)).toEqual([]);
});

test('[A9] every code with a quick fix has a golden test of it', () => {
  const golden = tests.filter(({ path }) => path.startsWith('packages/model/test/fixes/'));
  const untested = listCodes().filter(
    (code) => hasFix(code) && !golden.some(({ text }) => text.includes(code)),
  );
  expect(untested).toEqual([]);
});

test('[A5] no code is one that Istio took out of use', () => {
  expect(listCodes().filter((code) => RETIRED.test(code))).toEqual([]);
});

test('[A5] every entry says enough', () => {
  for (const code of listCodes()) {
    const { title, explanation, symptom, link } = entryOf(code);
    expect.soft(title, code).toMatch(/^\S.{8,90}[^.]$/);
    expect.soft(explanation, code).toMatch(/^\S.{30,}[.)]$/s);
    expect.soft(symptom, code).toMatch(/^\S.{10,}[.)]$/s);
    expect.soft(link, code).toMatch(/^https:\/\//);
  }
});
