import type { Slices } from '@portolan/model';
import { expect, test } from 'vitest';
import { createSlicer, PROMPT } from './slicer.ts';

/** A slicer whose slices are one step each, and that goes on when it is told to. */
function stepwise() {
  const due: (() => void)[] = [];
  const slicer = createSlicer({ milliseconds: 0, pause: (goOn) => due.push(goOn) });
  return { slicer, due, goOn: () => due.shift()?.() };
}

function* count(to: number): Slices<string> {
  for (let read = 1; read <= to; read += 1) yield { read, of: to };
  return `counted to ${to}`;
}

test('work is done slice by slice, and says how far it is', async () => {
  const { slicer, due, goOn } = stepwise();
  const heard: number[] = [];
  const result = slicer.run(count(3), ({ read }) => heard.push(read));
  expect(heard).toEqual([]);
  goOn();
  expect(heard).toEqual([1]);
  while (due.length > 0) goOn();
  expect(await result).toBe('counted to 3');
  expect(heard).toEqual([1, 2, 3]);
});

test('other work takes the place of what was begun, without waiting twice', async () => {
  const { slicer, due, goOn } = stepwise();
  const first = slicer.run(count(3));
  goOn();
  const second = slicer.run(count(1));
  expect(due).toHaveLength(1);
  expect(await first).toBeNull();
  while (due.length > 0) goOn();
  expect(await second).toBe('counted to 1');
});

test('what is stopped gives nothing, and what fails says so', async () => {
  const { slicer, goOn } = stepwise();
  const stopped = slicer.run(count(3));
  slicer.stop();
  goOn();
  expect(await stopped).toBeNull();
  const broken = slicer.run(
    (function* (): Slices<string> {
      yield null;
      throw new Error('broken');
    })(),
  );
  goOn();
  goOn();
  await expect(broken).rejects.toThrow('broken');
});

test('what the user waits for is done by itself', async () => {
  const slicer = createSlicer({ ...PROMPT, milliseconds: 0 });
  expect(await slicer.run(count(2))).toBe('counted to 2');
});
