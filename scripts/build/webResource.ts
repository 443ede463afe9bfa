import { v5 } from 'uuid';

/** Namespace of the ids of web resources: the same name has the same id on every machine and in every build. */
const namespace = '5d2c1f0e-8a37-4c55-9a0b-7f3f1c6e2b94';

/** Numbers of Dataverse's choice webresourcetype. */
export const webResourceTypes = { script: 3, icon: 11, strings: 12 } as const;

/** A file that the solution brings to the browser. */
export interface WebResource {
  /** `inv_/js/contact.js`: the name in Dataverse, and the path below solution/src/WebResources. */
  readonly name: string;
  readonly displayName: string;
  readonly type: (typeof webResourceTypes)[keyof typeof webResourceTypes];
  readonly content: string;
  /** LCID of a string table. */
  readonly language?: number;
}

/** The id of a web resource, without braces. */
export const webResourceId = (name: string): string => v5(name, namespace);
