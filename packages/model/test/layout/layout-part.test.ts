import { describe, expect, test } from 'vitest';
import { layoutPart, layoutTopology, type Point } from '../../src/index.ts';
import { RUNS as ALL_RUNS } from '../support/runs.ts';
import { findOverlaps } from './find-overlaps.ts';
import { randomTopology, seededRandom } from './topology-builder.ts';

const RUNS = Math.ceil(ALL_RUNS / 6);

describe('layoutPart', () => {
  function randomCase(seed: number) {
    const random = seededRandom(seed);
    const topology = randomTopology(2 + Math.floor(random() * 20), random);
    const positions = new Map<string, Point>(layoutTopology(topology));
    const share = random();
    const ids = new Set(topology.nodes.filter(() => random() < share).map(({ id }) => id));
    return { topology, positions, ids };
  }

  test('[L28] exactly the part gets places, and lies on nothing', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, positions, ids } = randomCase(run);
      const places = layoutPart(topology, ids, positions);
      expect([...places.keys()].sort(), `seed ${run}`).toEqual([...ids].sort());
      const after = new Map([...positions, ...places]);
      const overlaps = findOverlaps(topology, after).filter(([a, b]) => ids.has(a) || ids.has(b));
      expect(overlaps, `seed ${run}`).toEqual([]);
    }
  });

  test('[L28] where there is room, its top left corner is where it was', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, positions } = randomCase(run);
      const all = new Set(topology.nodes.map(({ id }) => id));
      const shifted = new Map(
        [...positions].map(([id, { x, y }]) => [id, { x: x + 500, y: y - 300 }]),
      );
      const places = [...layoutPart(topology, all, shifted).values()];
      expect(Math.min(...places.map(({ x }) => x)), `seed ${run}`).toBe(500);
      expect(Math.min(...places.map(({ y }) => y)), `seed ${run}`).toBe(-300);
    }
  });

  test('[L28] laid out once more, it stays', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, positions, ids } = randomCase(run);
      const once = layoutPart(topology, ids, positions);
      const again = layoutPart(topology, ids, new Map([...positions, ...once]));
      expect(again, `seed ${run}`).toEqual(once);
    }
  });
});
