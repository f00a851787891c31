/**
 * A time of the past for a list: the clock today, else the day with it; `exactly` has the seconds too.
 * `time` is in milliseconds since 1970.
 */
export function showMoment(time: number, exactly = false, now = new Date()): string {
  const date = new Date(time);
  const clock = date.toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(exactly ? { second: '2-digit' } : {}),
  });
  if (date.toDateString() === now.toDateString()) return clock;
  const isThisYear = date.getFullYear() === now.getFullYear();
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return `${day} ${clock}`;
}

/** Times of one list, the seconds among them where two would look alike. */
export function showMoments(times: readonly number[]): readonly string[] {
  const plain = times.map((time) => showMoment(time));
  const isClose = new Set(plain).size < plain.length;
  return isClose ? times.map((time) => showMoment(time, true)) : plain;
}
