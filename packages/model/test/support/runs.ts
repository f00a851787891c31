/** How many random cases a property gets: PORTOLAN_RUNS, or some hundreds. */
export const RUNS = Number(process.env.PORTOLAN_RUNS ?? 300);

/** What a random test may take, in milliseconds: much, for machines that are busy. */
export const TIMEOUT = 30_000 + RUNS * 60;
