import { downloadFile, toFileName } from '../../ui/download-file.ts';
import { notify } from '../../view-state/notice.ts';
import { showDialog } from '../../view-state/view-state.ts';
import type { Command, CommandContext } from '../command.ts';
import { pickFiles } from '../files/pick-files.ts';
import { saveRequest } from './save-request.ts';

/** The key that saves a request, also where it is typed. */
export const SAVE_REQUEST_KEYS = 'Alt+K';

/** Saves the request that is traced, and how it ends. */
export const SAVE_REQUEST: Command = {
  id: 'save-request',
  title: 'Save this request',
  shortcuts: [{ keys: SAVE_REQUEST_KEYS, scope: 'text-fields-too' }],
  writes: true,
  isEnabled: ({ session }) => session.tracing.store.getState().request !== null,
  run: (context) => {
    const { request } = context.session.tracing.store.getState();
    if (request !== null) void saveRequest(context, request);
  },
};

/** Saves a request for each route of the text that one can be found for. */
export const SAVE_FOR_ROUTES: Command = {
  id: 'save-requests-for-routes',
  title: 'Save a request for each route',
  shortcuts: [],
  writes: true,
  isEnabled: ({ session }) => session.store.getState().snapshot.resources.length > 0,
  run: (context) => void saveForRoutes(context).catch(() => tellNotLoaded(context)),
};

/** Adds the saved requests of files. */
export const IMPORT_REQUESTS: Command = {
  id: 'import-requests',
  title: 'Import saved requests…',
  shortcuts: [],
  writes: true,
  isEnabled: () => true,
  run: (context) => void importFiles(context).catch(() => tellNotLoaded(context)),
};

/** Saves the saved requests as the file that `portolan trace --suite` takes. */
export const EXPORT_REQUESTS: Command = {
  id: 'export-requests',
  title: 'Export saved requests as YAML',
  shortcuts: [],
  writes: false,
  isEnabled: ({ session }) => session.store.getState().arrangement.requests.length > 0,
  run: ({ session, workspace }) => {
    const { requests } = session.store.getState().arrangement;
    const name = toFileName(workspace.store.getState().open.name).replace(/\.(ya?ml|json)$/i, '');
    void import('./suite-file.ts').then(({ writeSuite }) =>
      downloadFile(`${name}.requests.yaml`, writeSuite(requests), 'application/yaml'),
    );
  },
};

/** Shows which requests end otherwise than in another version of the text. */
export const SHOW_OUTCOMES: Command = {
  id: 'show-changed-outcomes',
  title: 'What changed for requests…',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'outcomes' }),
};

/** What can be done with saved requests. */
export const REQUEST_COMMANDS: readonly Command[] = [
  SAVE_REQUEST,
  SAVE_FOR_ROUTES,
  IMPORT_REQUESTS,
  EXPORT_REQUESTS,
  SHOW_OUTCOMES,
];

async function saveForRoutes({ session, view }: CommandContext): Promise<void> {
  const { snapshot } = session.store.getState();
  const { findForRoutes } = await import('./find-for-routes.ts');
  const traced = await findForRoutes(session, snapshot);
  if (traced === null) {
    notify(view, 'warning', 'The text changed meanwhile, so nothing was saved. Try it again.');
    return;
  }
  const { addRequests } = await import('../../session/requests/request-actions.ts');
  const added = addRequests(session, traced, 'Save a request for each route');
  if (added > 0) notify(view, 'success', `Saved ${sayRequests(added)}, as they end now.`);
  else if (traced.length > 0) notify(view, 'info', 'There is a saved request for each route.');
  else notify(view, 'info', 'No request reaches a route: no http route is bound to a gateway.');
}

async function importFiles({ session, view }: CommandContext): Promise<void> {
  const [{ files }, { readSuiteFiles }] = await Promise.all([
    pickFiles(),
    import('./suite-file.ts'),
  ]);
  if (files.length === 0) return;
  const read = await readSuiteFiles(files);
  if (!read.ok) {
    notify(view, 'error', read.reason);
    return;
  }
  const { importRequests } = await import('../../session/requests/request-actions.ts');
  importRequests(session, read.requests);
  notify(view, 'success', `Imported ${sayRequests(read.requests.length)}.`);
}

/** Parts of the page come when they are needed, which takes a network the first time. */
function tellNotLoaded({ view }: CommandContext): void {
  notify(view, 'error', 'A part of the page could not be loaded, so nothing was done. Try again.');
}

function sayRequests(count: number): string {
  return count === 1 ? 'a request' : `${count} requests`;
}
