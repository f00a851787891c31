import {
  actionText,
  buildSnapshot,
  coverRoutes,
  type EffectiveTable,
  effectiveTables,
  loadRegexEngine,
  matchText,
  rangeOf,
  runSuite,
  type Snapshot,
} from '@portolan/model';
import { createLocator } from './locate-places.ts';
import { readInputs } from './read-inputs.ts';
import { commonHelp, readOptions } from './read-options.ts';
import { reportProblems } from './report-problems.ts';
import { type Coverage, drawRoutes } from './routes/draw-routes.ts';
import type { Command } from './run-command-line.ts';
import { readSavedRequests } from './traces/read-saved-requests.ts';
import type { Locate } from './traces/trace-json.ts';

/** `portolan routes`: the effective routes. */
export const routesCommand: Command = {
  name: 'routes',
  summary: 'print the routes of each host in the order in which requests are compared with them',
  help: `Prints effective routes: for each listener and host of each gateway the routes of all
VirtualServices, merged and in the order in which Envoy tries them. Rows that no request gets to are
struck (✗), and what depends on the age of VirtualServices is said.

Usage: portolan routes FILES… [options]

${commonHelp(`  --suite FILE         the saved requests of a YAML file, as \`portolan trace --suite\` takes them: say
                       for each route how many of them take it, and at the end how many routes none
                       takes
`)}
Findings of this command are documents that are not YAML or no manifests.
`,
  run: async (args, io) => {
    const options = await readOptions(args, { suite: {} });
    const { suite } = options.own;
    const saved = suite === undefined ? null : await readSavedRequests(suite);
    const inputs = await readInputs(options.inputs, io);
    const snapshot = buildSnapshot(inputs.text, options.assumptions);
    const failed = reportProblems(snapshot, inputs, options.failOn, io);
    const regex = await loadRegexEngine();
    const tables = effectiveTables(snapshot, regex);
    const traces = saved && runSuite(snapshot, saved, regex).map(({ trace }) => trace);
    const coverage = traces && coverRoutes(tables, traces);
    const locate = createLocator(inputs);
    io.out(
      options.json
        ? `${JSON.stringify(
            tables.map((table) => tableJson(table, coverage, snapshot, locate)),
            null,
            2,
          )}\n`
        : drawRoutes(tables, coverage, snapshot, locate),
    );
    return failed ? 1 : 0;
  },
};

function tableJson(
  table: EffectiveTable,
  coverage: Coverage | null,
  snapshot: Snapshot,
  locate: Locate,
): unknown {
  const { listener, gateway, routeConfig, virtualHost, rows, leftOut } = table;
  return {
    listener: listener.name,
    gateway,
    routeConfig,
    virtualHost: virtualHost.name,
    domains: virtualHost.domains,
    requiresTls: virtualHost.requiresTls,
    routes: rows.map((row) => {
      const { route, shadowedBy, dependsOnOrder } = row;
      const [origin = route.rule] = route.matchedBy;
      const place = locate(rangeOf(snapshot, origin.resourceId, origin.path));
      return {
        name: route.name,
        resource: origin.resourceId,
        file: place?.file ?? null,
        range: place && { start: place.start, end: place.end },
        match: matchText(route),
        action: actionText(route),
        shadowedBy,
        dependsOnOrder: dependsOnOrder.map(({ row }) => row),
        orderExample: dependsOnOrder[0]?.request ?? null,
        ...(coverage && { savedRequests: coverage.get(row) ?? 0 }),
      };
    }),
    leftOut: leftOut.map(({ reason, message, origin }) => ({
      resource: origin.resourceId,
      reason,
      message,
    })),
  };
}
