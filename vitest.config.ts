import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A project per package, so that a failing test says where it lives. All run in plain Node. */
function project(name: string, include: readonly string[], isolate: boolean) {
  return {
    test: {
      name,
      include: [...include],
      environment: 'node' as const,
      testTimeout: 20_000,
      setupFiles: [fileURLToPath(new URL('vitest.setup.ts', import.meta.url))],
      isolate,
    },
  };
}

export default defineConfig({
  test: {
    // 2 are as many as the smallest machine that this runs on has cores.
    maxWorkers: process.env.CI ? 2 : undefined,
    projects: [
      // The model keeps nothing outside of its values, so its modules are loaded once for all files:
      // loading them anew for each takes three quarters of the time.
      project('model', ['packages/model/**/*.test.ts'], false),
      project('cli', ['packages/cli/**/*.test.ts'], true),
      project('web', ['web/src/**/*.test.{ts,tsx}'], true),
    ],
  },
});
