import { describe, expect, test } from 'vitest';
import { findLoose } from '../../src/assist/reader/loose-value.ts';
import { readLoosely } from '../../src/assist/reader/read-loosely.ts';
import type { FieldPath, YamlNode } from '../../src/index.ts';
import { buildDocuments, formatFieldPath, treeOf } from '../../src/index.ts';
import { readSamples } from '../support/read-samples.ts';
import {
  HAS_REAL_MANIFESTS,
  readRealManifest,
  realManifestPaths,
} from '../support/real-manifests.ts';

/** Every path of a document with the offset at which what stands there begins. */
function* placesOf(node: YamlNode, path: FieldPath): Generator<readonly [FieldPath, YamlNode]> {
  yield [path, node];
  if (node.kind === 'mapping') {
    // Of duplicate keys the last counts.
    for (const { name, value } of new Map(node.pairs.map((pair) => [pair.name, pair])).values())
      if (name !== null) yield* placesOf(value, [...path, name]);
  }
  if (node.kind === 'sequence') {
    for (const [index, { node: item }] of node.items.entries())
      yield* placesOf(item, [...path, index]);
  }
}

/** What the loose reader takes for something else than the parser. */
function differences(text: string): readonly string[] {
  return buildDocuments(text).documents.flatMap((document) => {
    const { root } = treeOf(document);
    if (document.status !== 'parsed' || root === null) return [];
    const loose = readLoosely(document.text);
    return [...placesOf(root, [])].flatMap(([path, node]) => {
      if (
        node.kind === 'scalar' &&
        (node.style === 'empty' || node.style === 'literal' || node.style === 'folded')
      )
        return [];
      const found = findLoose(loose, path);
      const isSame =
        found?.range.start === node.contentStart &&
        (found.kind === node.kind || node.kind === 'alias');
      return isSame
        ? []
        : [
            `${formatFieldPath(path)} at ${node.contentStart}: ${found?.kind} at ${found?.range.start}`,
          ];
    });
  });
}

describe('the loose reader', () => {
  test('[I1] sees in every sample what the parser sees', () => {
    for (const { name, text } of readSamples())
      expect([name, ...differences(text)]).toEqual([name]);
  });

  test.skipIf(!HAS_REAL_MANIFESTS)(
    '[I1] sees in every real manifest what the parser sees',
    { timeout: 120_000 },
    () => {
      const found = realManifestPaths().flatMap((path) =>
        differences(readRealManifest(path))
          .slice(0, 2)
          .map((one) => `${path}: ${one}`),
      );
      expect(found).toEqual([]);
    },
  );

  test('[I16] reads over spaces that are none in YAML', () => {
    for (const space of [
      '\u00a0',
      '\u2028',
      '\f',
      '\ufeff',
      '\u00a0:',
      '- \u00a0',
      '[\u00a0',
      '{\u00a0',
    ])
      expect(readLoosely(`a:\n  ${space}\nb: 1\n`)?.kind).toBe('mapping');
  });
});
