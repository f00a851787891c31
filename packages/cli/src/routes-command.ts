import {
  actionText,
  buildSnapshot,
  type EffectiveTable,
  effectiveTables,
  loadRegexEngine,
  matchText,
  rangeOf,
  type Snapshot,
} from '@portolan/model';
import { createLocator } from './locate-places.ts';
import { readInputs } from './read-inputs.ts';
import { commonHelp, readOptions } from './read-options.ts';
import { reportProblems } from './report-problems.ts';
import { drawRoutes } from './routes/draw-routes.ts';
import type { Command } from './run-command-line.ts';
import type { Locate } from './traces/trace-json.ts';

/** `portolan routes`: the effective routes. */
export const routesCommand: Command = {
  name: 'routes',
  summary: 'print the routes of each host in the order in which requests are compared with them',
  help: `Prints effective routes: for each listener and host of each gateway the routes of all
VirtualServices, merged and in the order in which Envoy tries them. Rows that no request gets to are
struck (✗), and what depends on the age of VirtualServices is said.

Usage: portolan routes FILES… [options]

${commonHelp()}
Findings of this command are documents that are not YAML or no manifests.
`,
  run: async (args, io) => {
    const options = await readOptions(args);
    const inputs = await readInputs(options.inputs, io);
    const snapshot = buildSnapshot(inputs.text, options.assumptions);
    const failed = reportProblems(snapshot, inputs, options.failOn, io);
    const tables = effectiveTables(snapshot, await loadRegexEngine());
    const locate = createLocator(inputs);
    io.out(
      options.json
        ? `${JSON.stringify(
            tables.map((table) => tableJson(table, snapshot, locate)),
            null,
            2,
          )}\n`
        : drawRoutes(tables, snapshot, locate),
    );
    return failed ? 1 : 0;
  },
};

function tableJson(table: EffectiveTable, snapshot: Snapshot, locate: Locate): unknown {
  const { listener, gateway, routeConfig, virtualHost, rows, leftOut } = table;
  return {
    listener: listener.name,
    gateway,
    routeConfig,
    virtualHost: virtualHost.name,
    domains: virtualHost.domains,
    requiresTls: virtualHost.requiresTls,
    routes: rows.map(({ route, shadowedBy, dependsOnOrder }) => {
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
      };
    }),
    leftOut: leftOut.map(({ reason, message, origin }) => ({
      resource: origin.resourceId,
      reason,
      message,
    })),
  };
}
