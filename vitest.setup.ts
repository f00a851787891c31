import fc from 'fast-check';

// The same cases each time, so that a commit's tests always end alike; `pnpm test:deep` draws new ones.
const { PORTOLAN_SEED: seed = '1' } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
