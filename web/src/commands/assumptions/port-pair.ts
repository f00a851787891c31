import type { AssumedGatewayService } from '@portolan/model';

type PortPair = AssumedGatewayService['ports'][number];

/** A port and its target as one text: `443:8443`. */
export function writePort({ port, targetPort }: PortPair): string {
  return `${port}:${targetPort}`;
}

/** Reads what `whyNotPortPair` lets through; one number is both. */
export function readPort(text: string): PortPair {
  const [port = 0, targetPort = port] = text.split(':').map(Number);
  return { port, targetPort };
}

/** Why the text is no port that the Service can have beside these; null where it is one. */
export function whyNotPortPair(text: string, others: readonly PortPair[]): string | null {
  const { port, targetPort } = readPort(text);
  const isWritten = /^\d{1,5}(?::\d{1,5})?$/.test(text);
  if (!isWritten || !isPort(port) || !isPort(targetPort))
    return 'Write the port of the Service and that of the pods, from 1 to 65535: 443:8443.';
  const known = others.find((one) => one.port === port);
  return known === undefined || writePort(known) === text
    ? null
    : `The Service has the port ${port} already; take that away first.`;
}

function isPort(number: number): boolean {
  return number >= 1 && number <= 65_535;
}
