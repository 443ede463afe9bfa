import type { Plan, Reference, Step } from './plan/step.js';

/** A plan for people to read, and for others to send: each request with its headers and body. */
export function planText({ steps, notes }: Plan, solution: string): string {
  const requests = steps.map((step) =>
    [
      `# ${step.title}`,
      `${step.method} ${step.path}`,
      ...(step.ofSolution ? [`MSCRM.SolutionUniqueName: ${solution}`] : []),
      ...(step.mergesLabels ? ['MSCRM.MergeLabels: true'] : []),
      '',
      JSON.stringify({ ...step.body, ...referenceText(step) }, undefined, 2),
    ].join('\n'),
  );
  return [...requests, ...notes.map((note) => `# ${note}`)].join('\n\n');
}

/** The id is looked up when the step's turn comes; until then the name stands for it. */
function referenceText({ reference }: Step): Readonly<Record<string, string>> {
  return reference === undefined ? {} : { [reference.property]: placeholders[reference.to](reference) };
}

const placeholders: Readonly<Record<Reference['to'], (reference: Reference) => string>> = {
  choice: ({ name }) => `/GlobalOptionSetDefinitions(Name='${name}')`,
  publisher: ({ name }) => `/publishers(<id of ${name}>)`,
};
