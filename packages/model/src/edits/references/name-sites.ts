import type { FieldPath } from '../../documents/field-path.ts';
import type { Resource, ResourceId } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type FieldPattern, findFields, parseFieldPatterns } from './field-pattern.ts';
import type { NameForm } from './name-form.ts';
import { NAME_TABLE } from './name-table.ts';

/** A field of a resource that names another one. */
export interface NameSite {
  readonly resource: Resource;
  /** Relative to the resource. */
  readonly path: FieldPath;
  readonly value: unknown;
  readonly form: NameForm;
  /** The id that the value means, whether or not such a resource is there. */
  readonly target: ResourceId;
}

/** Every place of the text that names a resource; broken documents are left out. */
export function findNameSites(snapshot: Snapshot): readonly NameSite[] {
  return snapshot.resources.flatMap((resource) =>
    resource.stale ? [] : nameSitesOf(snapshot, resource),
  );
}

/** The places of one resource that name another. */
export function nameSitesOf(snapshot: Snapshot, resource: Resource): readonly NameSite[] {
  const reader = { snapshot, resource, namespace: resource.namespace };
  const fields = FIELDS_OF_KIND.get(resource.id.slice(0, resource.id.indexOf('/'))) ?? [];
  return fields.flatMap(({ pattern, form }) =>
    findFields(resource.value, pattern).flatMap(({ path, value }) => {
      const target = form.resolve(value, reader);
      return target === null ? [] : [{ resource, path, value, form, target }];
    }),
  );
}

interface NamingField {
  readonly pattern: FieldPattern;
  readonly form: NameForm;
}

const FIELDS_OF_KIND = fieldsOfKinds();

function fieldsOfKinds(): ReadonlyMap<string, readonly NamingField[]> {
  const fields = new Map<string, NamingField[]>();
  for (const { kinds, names } of NAME_TABLE) {
    for (const kind of kinds) {
      const ofKind = fields.get(kind) ?? [];
      fields.set(kind, ofKind);
      for (const [written, form] of names) {
        ofKind.push(...parseFieldPatterns(written).map((pattern) => ({ pattern, form })));
      }
    }
  }
  return fields;
}
