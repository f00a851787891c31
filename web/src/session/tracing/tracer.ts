import type { Tracer } from './trace-snapshot.ts';

let loading: Promise<Tracer> | null = null;

/** The tracer, loaded when it is first asked for; where that fails, the next one tries again. */
export function tracer(): Promise<Tracer> {
  loading ??= import('./trace-snapshot.ts')
    .then(({ loadTracer }) => loadTracer())
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}
