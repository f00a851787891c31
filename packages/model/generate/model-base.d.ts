// Stands in for @kubernetes-models/base: the types of its validator are large, and say nothing of fields.
export interface TypeMeta {
  apiVersion: string;
  kind: string;
}
export type TypeMetaGuard<_T> = unknown;
export type ModelData<T> = T;
export declare class Model<_T> {}
