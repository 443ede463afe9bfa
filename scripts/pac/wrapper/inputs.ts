import type { HostParameterEntry, IHostAbstractions } from '@microsoft/powerplatform-cli-wrapper';

/** What the wrapper takes in place of values: entries to ask for by name, and a host that answers them. */
export interface Inputs<Name extends string> {
  readonly entries: Readonly<Record<Name, HostParameterEntry>>;
  readonly host: IHostAbstractions;
}

/**
 * Values as the wrapper wants them. Switches are the texts `true` and `false`; an empty text leaves an input out.
 * @example inputs({ solutionZipFile: '/build/x.zip', solutionType: 'Managed' })
 */
export function inputs<Name extends string>(values: Readonly<Record<Name, string>>): Inputs<Name> {
  const given = new Map<string, string>(Object.entries(values));
  const entries = Object.fromEntries([...given.keys()].map((name) => [name, { name, required: false }]));
  return {
    entries: entries as Inputs<Name>['entries'],
    host: {
      name: 'dataverse-invitations',
      getInput: ({ name }) => given.get(name),
      getArtifactStore: () => {
        throw new Error(
          'There is no artifact store: of the actions of the CLI wrapper, checkSolution alone asks for one.',
        );
      },
    },
  };
}
