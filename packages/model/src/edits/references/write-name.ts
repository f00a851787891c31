import type { Assumptions } from '../../resources/assumptions.ts';
import { serviceHost } from '../../resources/host-name.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { isRecord, valueAt } from '../fields/field-operation.ts';
import type { NameSite } from './name-sites.ts';

/** Where a resource is, and how it is called. */
export interface PlaceAndName {
  readonly namespace: string;
  readonly name: string;
}

/**
 * The operations after which the site means `target`, in the form in which it is written: a short
 * name stays short where it is still right. `from` is the namespace of the resource with the site.
 */
export function writeName(
  site: NameSite,
  from: string,
  target: PlaceAndName,
  assumptions: Assumptions,
): readonly FieldOperation[] {
  const { path } = site;
  switch (site.kind) {
    case 'gateway':
      return [{ kind: 'set', path, value: gatewayText(site.text, from, target) }];
    case 'host':
      return [{ kind: 'set', path, value: hostText(site.text, from, target, assumptions) }];
    case 'credential': {
      const value = site.text.slice(0, site.text.lastIndexOf('/') + 1) + target.name;
      return [{ kind: 'set', path, value }];
    }
    case 'delegate':
      return delegateOperations(site, from, target);
  }
}

function gatewayText(text: string, from: string, target: PlaceAndName): string {
  const { namespace, name } = target;
  const qualified = `${namespace}/${name}`;
  const isShortRight = from === namespace;
  if (text.startsWith('./')) {
    return isShortRight ? `./${name}` : qualified;
  }
  // A dot in a name without a slash would be read as the legacy form `name.namespace`.
  if (text.includes('/') || name.includes('.')) {
    return qualified;
  }
  const [, legacyNamespace, ...rest] = text.split('.');
  if (legacyNamespace !== undefined) {
    return [name, namespace, ...rest].join('.');
  }
  return isShortRight ? name : qualified;
}

function hostText(
  text: string,
  from: string,
  { namespace, name }: PlaceAndName,
  assumptions: Assumptions,
): string {
  const isShort = !text.includes('.') && from === namespace;
  return isShort ? name : serviceHost(name, namespace, assumptions);
}

function delegateOperations(
  { path, resource }: NameSite,
  from: string,
  { namespace, name }: PlaceAndName,
): readonly FieldOperation[] {
  const delegate = valueAt(resource.value, path);
  const written = isRecord(delegate) ? delegate.namespace : undefined;
  const isWritten = typeof written === 'string' && written !== '';
  const setName = { kind: 'set', path: [...path, 'name'], value: name } as const;
  return isWritten || from !== namespace
    ? [setName, { kind: 'set', path: [...path, 'namespace'], value: namespace }]
    : [setName];
}
