import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { at, entriesOf, itemsOf, keyOf, type Place, readText } from '../place.ts';
import { whyNotHeaderValue } from './header-value.ts';

/** What is done to the headers of a request and of its response. */
export function judgeHeaders(judge: Judge, headers: Place): void {
  for (const side of ['request', 'response'] as const) {
    for (const operation of ['add', 'set']) {
      for (const header of entriesOf(at(headers, side, operation))) {
        judgeName(judge, header, keyOf(header), side === 'request', 'key');
        judgeValue(judge, header);
      }
    }
    for (const name of itemsOf(at(headers, side, 'remove'))) {
      const text = readText(name);
      if (text !== null) judgeName(judge, name, text, false);
    }
  }
}

/** Whether the header says which host the request is for. */
export function isAuthority(name: string): boolean {
  return /^(?::authority|host)$/i.test(name);
}

function judgeName(
  judge: Judge,
  place: Place,
  name: string,
  mayBeAuthority: boolean,
  part?: 'key',
): void {
  if (name === '') {
    judge.refuse(
      place,
      'header name cannot be empty',
      'The name of the header is empty. Write its name, or take the entry out.',
      part,
    );
  } else if (!mayBeAuthority && name.toLowerCase() === 'host') {
    judge.refuse(
      place,
      `invalid header ${quoteGo(name)}: cannot set Host header`,
      'The host of a request cannot be changed here. Under rewrite there is authority for it.',
      part,
    );
  } else if (name.startsWith(':') && !(mayBeAuthority && isAuthority(name))) {
    judge.refuse(
      place,
      `invalid header ${quoteGo(name)}: header cannot have ":" prefix`,
      `${quoted(name)} is a part of the request itself and no header that can be changed. Path and host can be changed under rewrite.`,
      part,
    );
  }
}

function judgeValue(judge: Judge, header: Place): void {
  const value = readText(header);
  if (value === null) return;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Envoy refuses
  if (/[\u0000-\u0008\u000A-\u001F\u007F]/.test(value)) {
    judge.refuse(
      header,
      `header value configuration ${value} is invalid`,
      'The value has a line break or another sign that no header can have. Write it on one line.',
    );
  }
  const why = whyNotHeaderValue(value);
  if (why !== null)
    judge.refuse(
      header,
      `header value configuration: ${why}`,
      'Envoy reads "%" as the beginning of a variable such as %REQ(host)%, and this is none. For a percent sign itself write "%%".',
    );
}
