import type { CredentialRow, TopologyNode } from '@portolan/model';

/** More about something than there is room for on its node. */
export interface Explanation {
  /** "Why is basket missing?" */
  readonly title: string;
  readonly text: string;
  /** A command line that goes with it, to copy. */
  readonly command?: string | undefined;
}

/** Why a node that is not in the text is on the canvas; null for one that is in the text. */
export function explainNode(node: TopologyNode): Explanation | null {
  if (node.status === 'present') return null;
  const { explanation: text, command, name } = node;
  const title = node.status === 'missing' ? `Why is ${name} missing?` : `Why is ${name} here?`;
  return { title, text, command };
}

/** Where a Secret has to be, and the line that makes it. */
export function explainCredential({ credential }: CredentialRow): Explanation {
  const { name, explanation: text, command } = credential;
  return { title: `Secret ${name}`, text, command };
}
