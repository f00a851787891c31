import type { Resource } from '../../../resources/resource.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { newServer } from '../../manifests/new-manifest.ts';
import { appendItem, removeField } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { credentialFor } from './credential-name.ts';

/** A server that redirects to https where nothing takes that, or without an end: serve it, or do not redirect. */
export const fixHttpsRedirect: Fixer = (fixable) => {
  const { snapshot, diagnostic, resource } = fixable;
  const { hosts } = diagnostic.data;
  const serve =
    diagnostic.code === 'PTL241' && Array.isArray(hosts)
      ? [serveHttps(snapshot, resource, hosts.map(String))]
      : [];
  return [...serve, stopRedirect(fixable)];
};

function serveHttps(snapshot: Snapshot, gateway: Resource, hosts: readonly string[]): QuickFix {
  const tls = { mode: 'SIMPLE', credentialName: credentialFor(snapshot, gateway) };
  const server = newServer({ number: 443, protocol: 'HTTPS', hosts, tls });
  return {
    title: `Serve ${hosts.join(', ')} over HTTPS on ${gateway.name}`,
    commands: [appendItem(gateway, ['spec', 'servers'], server)],
  };
}

function stopRedirect({ resource, path }: Fixable): QuickFix {
  const tls = path.slice(0, -1);
  const settings = valueAt(resource.value, tls);
  const isAlone = typeof settings === 'object' && Object.keys(settings ?? {}).length === 1;
  return {
    title: 'Do not redirect to https here',
    commands: [removeField(resource.id, isAlone ? tls : path)],
  };
}
