import type { Json, Method } from '../../environment/environment.js';

/** A write to the environment. */
export interface Step {
  /** What it does, for people: `Create column inv_invitation.inv_code`. */
  readonly title: string;
  readonly method: Extract<Method, 'POST' | 'PUT'>;
  /** Below /api/data/v9.2/. */
  readonly path: string;
  readonly body: Json;
  /** A property that points to something whose id is known only when the step's turn has come. */
  readonly reference?: Reference;
  /** The component becomes part of the solution (header MSCRM.SolutionUniqueName). */
  readonly ofSolution: boolean;
  /** Labels in other languages stay (header MSCRM.MergeLabels). */
  readonly mergesLabels: boolean;
  /** Set when it changes texts of a column that Dataverse made, which may insist on its own: the column's name. */
  readonly platformColumn?: string;
}

/** What a property of a step points to. */
export interface Reference {
  /** Name of the property: `GlobalOptionSet@odata.bind`. */
  readonly property: string;
  readonly to: 'choice' | 'publisher';
  /** Its name, or unique name. */
  readonly name: string;
}

/** What is to be done, in order, and what people should know of it. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly notes: readonly string[];
}

/** Makes a component that is not there. */
export function create(title: string, path: string, body: Json, reference?: Reference): Step {
  return {
    title,
    method: 'POST',
    path,
    body,
    ...(reference === undefined ? {} : { reference }),
    ofSolution: true,
    mergesLabels: false,
  };
}

/** Replaces a definition with a changed one; labels that it does not name stay. */
export function replace(title: string, path: string, body: Json): Step {
  return { title, method: 'PUT', path, body, ofSolution: true, mergesLabels: true };
}

/** Calls an action. Actions on options name the solution in their body. */
export function call(title: string, action: string, body: Json): Step {
  return { title, method: 'POST', path: action, body, ofSolution: false, mergesLabels: false };
}
