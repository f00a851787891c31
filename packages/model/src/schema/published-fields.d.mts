// What generate/write-published-fields.mjs writes into published-fields.mjs beside this file.
import type { PublishedFields } from './published-field.ts';

export declare const PUBLISHED_FIELDS: PublishedFields;
