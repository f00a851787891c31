import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinDocuments } from './join-documents.ts';
import { splitAmongFiles } from './split-among-files.ts';

function service(name: string, line = ''): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n${line}`;
}

const FILES = [
  { path: 'cart.yaml', text: `# The cart.\n${service('cart')}` },
  { path: 'orders.yaml', text: `---\n${service('orders')}---\n${service('stock')}` },
  { path: 'tea.yaml', text: service('tea').trimEnd() },
];
const TEXT = joinDocuments(FILES.map(({ text }) => text));

function changed(text: string, places?: ReadonlyMap<number, string>) {
  const { files } = splitAmongFiles(FILES, text, places);
  return files.filter(({ path, text: now }) => FILES.find((f) => f.path === path)?.text !== now);
}

describe('[P2] documents go back to the files that they came from', () => {
  test('what was not changed comes out byte for byte', () => {
    expect(splitAmongFiles(FILES, TEXT)).toEqual({ files: FILES, strays: [] });
  });

  test('of any files', () => {
    const line = fc.constantFrom('\n', '\r\n');
    const body = fc.constantFrom('a: 1', service('x').trimEnd(), '# c', '{"kind":"A"}', 'x: [', '');
    const file = fc
      .tuple(fc.constantFrom('', '\uFEFF'), fc.constantFrom('', '---'), fc.array(body), line)
      .map(([mark, marker, bodies, end]) => {
        const text = bodies.map((one) => `${one.replaceAll('\n', end)}${end}`).join(`---${end}`);
        return `${mark}${marker === '' ? '' : `${marker}${end}`}${text}`;
      });
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (texts) => {
        const files = texts.map((text, index) => ({ path: `${index}.yaml`, text }));
        const split = splitAmongFiles(files, joinDocuments(texts));
        expect(split.files.map(({ text }) => text)).toEqual(texts);
        expect(split.strays).toEqual([]);
      }),
    );
  });

  test('whatever is done to one of them, the others keep every byte', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2 });
    const line = fc.constantFrom('', '# x\n', 'spec: {}\n', 'spec: [\n', '---\n# y\n');
    fc.assert(
      fc.property(names, fc.nat(), line, (all, at, more) => {
        const files = all.map((name) => ({ path: `${name}.yaml`, text: service(name) }));
        const touched = at % all.length;
        const texts = files.map(({ text }, index) => (index === touched ? text + more : text));
        expect(splitAmongFiles(files, joinDocuments(texts)).files.map(({ text }) => text)).toEqual(
          texts,
        );
      }),
    );
  });

  test('an edit changes only its own file', () => {
    expect(changed(TEXT.replace('name: stock', 'name: stock\n  labels: {}'))).toEqual([
      { path: 'orders.yaml', text: FILES[1]?.text.replace('stock', 'stock\n  labels: {}') },
    ]);
  });

  test('a renamed or broken document stays in its file', () => {
    expect(changed(TEXT.replace('orders', 'invoices'))).toEqual([
      { path: 'orders.yaml', text: FILES[1]?.text.replace('orders', 'invoices') },
    ]);
    expect(changed(TEXT.replace('metadata:\n  name: tea', 'metadata: ['))).toEqual([
      { path: 'tea.yaml', text: 'apiVersion: v1\nkind: Service\nmetadata: [' },
    ]);
  });

  test('a deleted document goes from its file, and a file of which all went is empty', () => {
    const without = TEXT.replace(`---\n${service('orders')}`, '');
    expect(changed(without)).toEqual([{ path: 'orders.yaml', text: `---\n${service('stock')}` }]);
    const [cart, , tea] = FILES.map(({ text }) => text);
    expect(changed(joinDocuments([cart ?? '', tea ?? '']))).toEqual([
      { path: 'orders.yaml', text: '' },
    ]);
  });

  test('documents that changed places are still in their files', () => {
    const [cart, orders, tea] = FILES.map(({ text }) => text);
    const moved = joinDocuments([`${tea}\n`, cart ?? '', orders ?? '']);
    expect(changed(moved)).toEqual([]);
  });

  test('a new document belongs to no file until it is said which', () => {
    const more = `${TEXT}\n---\n${service('till')}`;
    const { strays } = splitAmongFiles(FILES, more);
    expect(strays).toEqual([
      { index: 4, text: `---\n${service('till')}`, kind: 'Service', name: 'till' },
    ]);
    expect(changed(more)).toEqual([]);
    expect(changed(more, new Map([[4, 'cart.yaml']]))).toEqual([
      { path: 'cart.yaml', text: `${FILES[0]?.text}---\n${service('till')}` },
    ]);
    expect(changed(more, new Map([[4, 'till.yaml']]))).toEqual([
      { path: 'till.yaml', text: service('till') },
    ]);
  });

  test('where there is one file, everything is in it', () => {
    const text = `${service('tea')}---\n${service('till')}`;
    const one = [{ path: 'tea.yaml', text: service('tea') }];
    expect(splitAmongFiles(one, text).files).toEqual([{ path: 'tea.yaml', text }]);
  });
});
