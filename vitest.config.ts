import { defineConfig } from 'vitest/config';

/** A project per package, so that a failing test says where it lives. All run in plain Node. */
function project(name: string, include: readonly string[]) {
  return {
    test: { name, include: [...include], environment: 'node' as const, testTimeout: 20_000 },
  };
}

export default defineConfig({
  test: {
    // 2 are as many as the smallest machine that this runs on has cores.
    maxWorkers: process.env.CI ? 2 : undefined,
    projects: [
      project('model', ['packages/model/**/*.test.ts']),
      project('cli', ['packages/cli/**/*.test.ts']),
      project('web', ['web/src/**/*.test.{ts,tsx}']),
    ],
  },
});
