import { readDuration } from '../../schema/values/time-rules.ts';

/** A duration as protobuf's JSON has it: `5s`, `1.500s`. What is none counts as none at all. */
export function dumpDuration(written: string | null): string {
  const milliseconds = Math.round(readDuration(written ?? '') ?? 0);
  const seconds = Math.trunc(milliseconds / 1000);
  const rest = milliseconds % 1000;
  return rest === 0 ? `${seconds}s` : `${seconds}.${String(rest).padStart(3, '0')}s`;
}
