/** A `networking.istio.io` ServiceEntry. */
export interface ServiceEntry {
  readonly hosts: readonly string[];
  readonly ports: readonly ServiceEntryPort[];
  readonly location: string;
  readonly resolution: string;
  readonly exportTo: readonly string[] | null;
}

export interface ServiceEntryPort {
  readonly index: number;
  readonly number: number | null;
  readonly name: string;
  readonly protocol: string;
  readonly targetPort: number | null;
}
