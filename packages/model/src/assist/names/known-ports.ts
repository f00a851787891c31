import type { Resource } from '../../resources/resource.ts';

/** A port that something listens on. */
export interface KnownPort {
  readonly number: number;
  readonly name: string;
  readonly protocol: string;
}

/** The ports of a Service or ServiceEntry, in the order of the text. */
export function portsOf({ details }: Resource): readonly KnownPort[] {
  if (details.type === 'Service') {
    return details.ports.flatMap(({ port, name, protocol }) =>
      port === null ? [] : [{ number: port, name, protocol }],
    );
  }
  if (details.type === 'ServiceEntry') {
    return details.ports.flatMap(({ number, name, protocol }) =>
      number === null ? [] : [{ number, name, protocol }],
    );
  }
  return [];
}
