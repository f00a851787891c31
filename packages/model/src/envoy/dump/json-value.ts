/** What JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** An object of JSON. */
export type JsonObject = { readonly [name: string]: JsonValue };

/** The field, where there is something to say; else nothing, as Envoy leaves out what is empty. */
export function optional(name: string, value: JsonValue | undefined): JsonObject {
  const isEmpty =
    value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return isEmpty ? {} : { [name]: value };
}
