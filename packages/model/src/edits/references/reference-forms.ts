import { idKindOf, isClusterScoped } from '../../resources/resource-kind.ts';
import { textField } from '../../resources/tolerant-value.ts';
import type { FieldValue } from '../edit-command.ts';
import { isRecord } from '../fields/field-operation.ts';
import { FULL_HOST } from './host-name-forms.ts';
import { type NameForm, textForm } from './name-form.ts';

/** The name alone, of a resource of this kind (as ids have it) beside the one that names it. */
export function localName(kind: string): NameForm {
  return textForm({
    resolve: (text, { namespace }) => `${kind}/${namespace}/${text}`,
    rewrite: (_, __, { name }) => name,
  });
}

/** `name` beside it, or `ns/name`; a short name stays short where it is right. */
export function qualifiedName(kind: string): NameForm {
  return textForm({
    resolve: (text, { namespace }) =>
      `${kind}/${text.includes('/') ? text : `${namespace}/${text}`}`,
    rewrite: (text, reader, { namespace, name }) =>
      text.includes('/') || reader.namespace !== namespace ? `${namespace}/${name}` : name,
  });
}

/** The identity of a workload, with or without `spiffe://`: `…/ns/NAMESPACE/sa/SERVICE-ACCOUNT`. */
export const WORKLOAD_IDENTITY = textForm({
  resolve: (text) => {
    const [, , namespace, , name] = IDENTITY.exec(text) ?? [];
    return namespace === undefined ? null : `ServiceAccount/${namespace}/${name}`;
  },
  rewrite: (text, _, { namespace, name }) =>
    text.replace(IDENTITY, (__, before, ___, between) => before + namespace + between + name),
});

const IDENTITY = /^((?:.*\/)?ns\/)([^/]+)(\/sa\/)([^/]+)$/;

/** What an object reference is where it leaves things out. */
export interface ReferenceDefaults {
  readonly group: string;
  /** Empty where the reference has to say it. */
  readonly kind: string;
  /** Whether it may name something in another namespace. */
  readonly namespaced: boolean;
}

/** A mapping with `name`, and maybe `namespace`, `kind`, and the group as `group`, `apiGroup` or `apiVersion`. */
export function objectReference(defaults: ReferenceDefaults): NameForm {
  return {
    resolve: (value, reader) => {
      const name = isRecord(value) ? textField(value, 'name') : null;
      if (!isRecord(value) || name === null) {
        return null;
      }
      if (isHostname(value)) {
        return FULL_HOST.resolve(name, reader);
      }
      const kind = textField(value, 'kind') ?? defaults.kind;
      const isScoped = !isClusterScoped(kind);
      const namespace = isScoped ? (textField(value, 'namespace') ?? reader.namespace) : '';
      return kind === '' || (isScoped && namespace === '')
        ? null
        : `${idKindOf(groupOf(value, defaults), kind)}/${namespace}/${name}`;
    },
    rewrite: (value, reader, target) => {
      const reference = value as { readonly [key: string]: FieldValue };
      if (isHostname(reference)) {
        return { ...reference, name: FULL_HOST.rewrite(reference.name, reader, target) };
      }
      const { namespace, name } = target;
      const isWritten = textField(reference, 'namespace') !== null;
      const isNeeded = defaults.namespaced && namespace !== '' && namespace !== reader.namespace;
      return isWritten || isNeeded ? { ...reference, name, namespace } : { ...reference, name };
    },
  };
}

/** A reference that says its kind, to something in the same namespace. */
export const LOCAL_OBJECT = objectReference({ group: '', kind: '', namespaced: false });

/** What an http route of a VirtualService leaves its requests to. */
export const DELEGATE = objectReference({
  group: 'networking.istio.io',
  kind: 'VirtualService',
  namespaced: true,
});

type Reference = Readonly<Record<string, unknown>>;

/** Istio's way to send a route to any host. */
function isHostname(reference: Reference): boolean {
  return reference.kind === 'Hostname' && reference.group === 'networking.istio.io';
}

function groupOf(reference: Reference, { group }: ReferenceDefaults): string {
  const { apiVersion } = reference;
  const written = reference.group ?? reference.apiGroup;
  if (typeof written === 'string') {
    return written === 'core' ? '' : written;
  }
  if (typeof apiVersion !== 'string') {
    return group;
  }
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
