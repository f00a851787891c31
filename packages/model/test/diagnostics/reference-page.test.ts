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

/** Codes of others whose finding has another code here. */
const UNDER_ANOTHER: readonly (readonly [string, Code, string])[] = [
  ['KIA0002', 'IST0111', 'several Sidecars for a whole namespace'],
  ['KIA0003', 'IST0110', 'several Sidecars for one pod'],
  ['KIA0004', 'IST0101', 'labels that no workload has'],
  ['KIA0202', 'IST0174', 'a rule for a host that is not there'],
  ['KIA0302', 'IST0101', 'a Gateway for no pods'],
  ['KIA0601', 'IST0118', 'the name of a port'],
  ['KIA1101', 'IST0101', 'a destination that is not there'],
  ['KIA1107', 'IST0101', 'a subset that is not there; DestinationRules of wildcards count too'],
  ['KIA1108', 'IST0133', 'an old form of the name of a Gateway'],
  ['KIA1212', 'IST0177', 'protocols of one port of a host'],
];

/** Codes of others that nothing here has, and why. */
const LEFT_OUT: readonly (readonly [string, string])[] = [
  ['IST0104, 0105, 0113–0115, 0117, 0119–0122', 'Istio took them out of use.'],
  ['IST0124', 'Istio never used it.'],
  ['IST0143, 0168', 'Defined by Istio, and raised by nothing.'],
  [
    'IST0141, 0142, 0156, 0169, 0172',
    'They come from `istioctl x precheck`, which looks at a cluster.',
  ],
  [
    'IST0126, 0136, 0139, 0146, 0147, 0158',
    'About the installation of Istio: webhooks, images, control planes.',
  ],
  [
    'IST0163, 0164, 0170, 0176',
    'About several clusters, and settings of the mesh that no manifest has.',
  ],
  [
    'KIA0210–0212, 1109, 1113, 1114',
    'About ambient mode without waypoints; the ingress is not concerned.',
  ],
  [
    'KIA01xx, 04xx, 05xx, 13xx–17xx, 1110–1112, 1115–1117',
    'About policies, workloads, the Gateway API and WorkloadGroups, which are not what this editor is for.',
  ],
];

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
  return `# What Portolan finds\n\nEvery code that the problems pane and \`portolan analyze\` know: ${listCodes().length}. Written from the catalogue in \`packages/model/src/diagnostics/codes/\` by the test that reads it (\`PORTOLAN_WRITE=1 pnpm unit reference-page\`).\n\nWhere there is a quick fix, Portolan mends all findings of the code, or those where it is sure what is meant: ${listCodes().filter(hasFix).length} codes.\n\n${sections.join('\n\n')}\n\n${writeOthers()}\n`;
}

/** What became of the codes that are not here under their own name. */
function writeOthers(): string {
  const under = UNDER_ANOTHER.map(
    ([code, as, what]) => `| ${code} | [${as}](#${as.toLowerCase()}) | ${what} |`,
  );
  const out = LEFT_OUT.map(([codes, why]) => `| ${codes} | ${why} |`);
  return [
    '## Codes of Istio and Kiali that are not here',
    '',
    'Found, but under another code:',
    '',
    '| code | here | finding |',
    '| --- | --- | --- |',
    ...under,
    '',
    'Not looked for:',
    '',
    '| codes | why |',
    '| --- | --- |',
    ...out,
  ].join('\n');
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

test('[A5] a code that is said to be elsewhere or left out is not here itself', () => {
  const known: readonly string[] = listCodes();
  const elsewhere = UNDER_ANOTHER.map(([code]) => code);
  const out = LEFT_OUT.flatMap(([codes]) => {
    const [prefix = ''] = /^[A-Z]+/.exec(codes) ?? [];
    return (codes.match(/\b\d{4}|(?<=[A-Z])\d{4}/g) ?? []).map((number) => `${prefix}${number}`);
  });
  expect([...elsewhere, ...out].filter((code) => known.includes(code))).toEqual([]);
  expect(UNDER_ANOTHER.filter(([, as]) => !known.includes(as))).toEqual([]);
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
