/** A Kubernetes Secret; its values are never read. */
export interface Secret {
  readonly secretType: string;
}
