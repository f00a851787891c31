import type { AddableKind } from '@portolan/model';
import type { Command } from './command.ts';
import { runEdit } from './run-edit.ts';

/** The kinds that can be added, in the order of the way that a request takes. */
export const ADDABLE_KINDS: readonly AddableKind[] = [
  'LoadBalancer',
  'Gateway',
  'VirtualService',
  'Service',
  'ServiceEntry',
  'DestinationRule',
  'Deployment',
];

/** One command per kind; each adds a manifest that is right from the start. */
export const ADD_COMMANDS: readonly (Command & { readonly addKind: AddableKind })[] =
  ADDABLE_KINDS.map((addKind) => ({
    id: `add-${addKind}`,
    title: `Add ${withArticle(addKind)}`,
    addKind,
    shortcuts: [],
    writes: true,
    isEnabled: () => true,
    run: (context) => {
      runEdit(context, { kind: 'add-resource', addKind });
    },
  }));

function withArticle(kind: AddableKind): string {
  return `a ${kind}`;
}
