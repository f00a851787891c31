import { createLineIndex } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { readPictureLines } from './picture-lines.ts';

const TEXT = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n';

function picture(text: string, marked: string) {
  const start = text.indexOf(marked);
  const range = { start, end: start + marked.length };
  return readPictureLines(text, createLineIndex(text), range).map(
    (line) => `${line.number} ${line.before}«${line.marked}»${line.after}`,
  );
}

describe('the picture of the lines of a finding', () => {
  test('has two lines around them, and marks what is meant', () => {
    expect(picture(TEXT, 'ou')).toEqual([
      '2 two«»',
      '3 three«»',
      '4 f«ou»r',
      '5 «»five',
      '6 «»six',
    ]);
  });

  test('ends where the text does', () => {
    expect(picture(TEXT, 'one')).toEqual(['1 «one»', '2 «»two', '3 «»three']);
    expect(picture('only', 'nl')).toEqual(['1 o«nl»y']);
  });

  test('marks each line of several, without their ends', () => {
    expect(picture(TEXT.replaceAll('\n', '\r\n'), 'ree\r\nfo')).toEqual([
      '1 one«»',
      '2 two«»',
      '3 th«ree»',
      '4 «fo»ur',
      '5 «»five',
      '6 «»six',
    ]);
  });

  test('of many lines shows the first', () => {
    const lines = picture(TEXT, TEXT.slice(4));
    expect(lines[0]).toBe('1 one«»');
    expect(lines[1]).toBe('2 «two»');
    expect(lines).toHaveLength(1 + 6 + 2);
  });
});
