/** A sample that comes with the app; `file` is its name under `samples/`. */
export interface Sample {
  readonly file: string;
  readonly title: string;
  /** One sentence: what it shows. */
  readonly description: string;
}

/** All samples, the simplest first. The first one opens when there is no earlier work. */
export const SAMPLES: readonly Sample[] = [
  {
    file: 'ingress.yaml',
    title: 'One app behind an ingress',
    description: 'From the load balancer to the pods, with HTTP and HTTPS: start here.',
  },
  {
    file: 'canary.yaml',
    title: 'Canary release, 90 to 10',
    description:
      'Two versions of a service share the requests by weight, and testers get the new one.',
  },
  {
    file: 'https-redirect.yaml',
    title: 'Several hosts with HTTPS',
    description: 'Three hosts with their own certificates, and plain HTTP redirected to HTTPS.',
  },
  {
    file: 'tls-passthrough.yaml',
    title: 'TLS passthrough and TCP',
    description: 'TLS that the gateway does not open, and a database on a TCP port.',
  },
  {
    file: 'delegate.yaml',
    title: 'Two teams, one host',
    description: 'A VirtualService hands a path over to another team’s, in another namespace.',
  },
  {
    file: 'typical-mistakes.yaml',
    title: 'Seven typical mistakes',
    description: 'It applies without an error and does not work: find out why.',
  },
];
