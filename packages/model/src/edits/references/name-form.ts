import type { Resource, ResourceId } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { FieldValue } from '../edit-command.ts';

/** Where a resource is, and how it is called; the namespace of what belongs to none is empty. */
export interface PlaceAndName {
  readonly namespace: string;
  readonly name: string;
}

/** Who reads a name: the resource that holds it, and the namespace that it is in (or is about to be in). */
export interface NameReader {
  readonly snapshot: Snapshot;
  readonly resource: Resource;
  readonly namespace: string;
}

/** A way to write the name of another resource in a field. */
export interface NameForm {
  /** The id of what the value names, whether or not such a resource is there; null where it names none. */
  readonly resolve: (value: unknown, reader: NameReader) => ResourceId | null;
  /**
   * The value that names a resource of the same kind at `target`, written like `value`, which names
   * one. A form that cannot say a namespace gives what names it beside the reader.
   */
  readonly rewrite: (value: unknown, reader: NameReader, target: PlaceAndName) => FieldValue;
}

/** A name that is one text. */
export interface TextForm {
  readonly resolve: (text: string, reader: NameReader) => ResourceId | null;
  readonly rewrite: (text: string, reader: NameReader, target: PlaceAndName) => string;
}

/** The form of a field that holds a text; any other value names nothing. */
export function textForm({ resolve, rewrite }: TextForm): NameForm {
  return {
    resolve: (value, reader) =>
      typeof value === 'string' && value !== '' ? resolve(value, reader) : null,
    rewrite: (value, reader, target) => rewrite(String(value), reader, target),
  };
}

/** Namespace and name of the resource with this id. */
export function placeOf(id: ResourceId): PlaceAndName {
  const [, namespace = '', ...name] = id.split('/');
  return { namespace, name: name.join('/') };
}
