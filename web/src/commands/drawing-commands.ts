import { type ConnectedSide, edgesOf, fittingKinds, type RoutePlace } from '@portolan/model';
import { showDialog } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';
import { runEdit } from './run-edit.ts';
import { onlySelectedNode, selectedEdges } from './selected-nodes.ts';

/** Adds what usually comes behind the selected node, connected to it. */
export const ADD_BEHIND = nextCommand(
  'behind',
  'Add and connect what comes behind',
  'Ctrl+ArrowRight',
);

/** Adds what usually comes in front of the selected node, connected to it. */
export const ADD_BEFORE = nextCommand(
  'before',
  'Add and connect what comes in front',
  'Ctrl+ArrowLeft',
);

/** Asks a few questions and writes a whole ingress. */
export const NEW_INGRESS: Command = {
  id: 'new-ingress',
  title: 'New ingress…',
  shortcuts: [],
  writes: true,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'new-ingress' }),
};

/** Adds HTTPS with a redirect to the selected Gateway. */
export const SECURE_GATEWAY: Command = {
  id: 'secure-gateway',
  title: 'Serve HTTPS and redirect to it',
  shortcuts: [],
  writes: true,
  isEnabled: (context) => {
    const node = onlySelectedNode(context);
    return node?.kind === 'Gateway' && node.status === 'present';
  },
  run: (context) => {
    const node = onlySelectedNode(context);
    if (node !== undefined) runEdit(context, { kind: 'secure-gateway', node: node.id });
  },
};

const CANARY_PERCENT = 10;

/** Splits the selected route, or the only one of the selected node, 90/10 between two versions. */
export const ADD_CANARY: Command = {
  id: 'add-canary',
  title: 'Split 90/10 for a canary',
  shortcuts: [],
  writes: true,
  isEnabled: (context) => selectedRoute(context) !== null,
  run: (context) => {
    const found = selectedRoute(context);
    if (found === null) return;
    runEdit(context, { kind: 'add-canary', ...found, percent: CANARY_PERCENT });
  },
};

/** Adds a route to the selected VirtualService. */
export const ADD_ROUTE: Command = {
  id: 'add-route',
  title: 'Add a route',
  shortcuts: [],
  writes: true,
  isEnabled: (context) => onlySelectedNode(context)?.kind === 'VirtualService',
  run: (context) => {
    const node = onlySelectedNode(context);
    if (node?.kind !== 'VirtualService' || node.resourceId === null) return;
    const protocol = (['http', 'tls', 'tcp'] as const).find((one) => node[one].length > 0);
    const resource = node.resourceId;
    runEdit(context, { kind: 'add-route', resource, protocol: protocol ?? 'http' });
  },
};

/** Takes away what only a cluster writes into manifests. */
export const CLEAN_UP: Command = {
  id: 'clean-up',
  title: 'Clean up what the cluster wrote (status, managedFields …)',
  shortcuts: [],
  writes: true,
  isEnabled: () => true,
  run: (context) => {
    runEdit(context, { kind: 'clean-up' });
  },
};

/** Takes spaces from the ends of lines, and gives each document one indentation. */
export const FORMAT: Command = {
  id: 'format',
  title: 'Format the YAML: spaces and indentation only',
  shortcuts: [{ keys: 'Shift+Alt+F', scope: 'everywhere' }],
  writes: true,
  isEnabled: () => true,
  run: (context) => {
    runEdit(context, { kind: 'format' });
  },
};

/** All commands that draw, for menus and keys. */
export const DRAWING_COMMANDS: readonly Command[] = [
  NEW_INGRESS,
  ADD_BEHIND,
  ADD_BEFORE,
  SECURE_GATEWAY,
  ADD_ROUTE,
  ADD_CANARY,
  CLEAN_UP,
  FORMAT,
];

function nextCommand(side: ConnectedSide, title: string, keys: string): Command {
  return {
    id: `add-${side}`,
    title,
    shortcuts: [{ keys, scope: 'canvas' }],
    writes: true,
    isEnabled: (context) => nextKind(context, side) !== undefined,
    run: (context) => {
      const node = onlySelectedNode(context);
      const addKind = nextKind(context, side);
      if (node === undefined || addKind === undefined) return;
      runEdit(context, { kind: 'add-connected', node: node.id, addKind });
    },
  };
}

function nextKind(context: CommandContext, side: ConnectedSide) {
  const node = onlySelectedNode(context);
  return node === undefined ? undefined : fittingKinds(node.kind, side)[0];
}

/** The route that the selection is about: that of a selected line, else the only one that there is. */
function selectedRoute(
  context: CommandContext,
): { readonly resource: string; readonly route: RoutePlace } | null {
  const { snapshot } = context.session.store.getState();
  const node = onlySelectedNode(context);
  const edges = node === undefined ? selectedEdges(context) : edgesOf(snapshot, node.id);
  const places = new Map<string, { readonly resource: string; readonly route: RoutePlace }>();
  for (const edge of edges) {
    if (edge.kind !== 'routes' || edge.mirror) continue;
    const route = { protocol: edge.protocol, index: edge.route };
    places.set(`${edge.source} ${edge.protocol} ${edge.route}`, { resource: edge.source, route });
  }
  const [first, second] = [...places.values()];
  return second === undefined ? (first ?? null) : null;
}
