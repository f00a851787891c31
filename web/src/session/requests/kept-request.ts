import type { SavedRequest } from '@portolan/model';

/** A saved request of a sketch. Plain data. */
export interface KeptRequest extends SavedRequest {
  /** No two of a sketch have the same; links and files carry none. */
  readonly id: string;
}
