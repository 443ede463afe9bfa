import type { RibbonCommand } from '../../../definition/ribbon/ribbon.js';
import { readParameters, type ParameterSource } from '../parameters.js';

/**
 * What a click on a solution's command does: its functions in their order, each after its library is loaded and after
 * what the one before has promised. All arguments are read before the first function runs, as they were at the click.
 * @throws whatever a function throws or rejects with; Error for a library or a function that is not there, and before
 * anything is done for an action that is no function
 */
export async function callFunctions(
  { id, actions, unknownActions: [unknown] = [] }: RibbonCommand,
  from: ParameterSource,
): Promise<void> {
  if (unknown !== undefined) throw new Error(`not emulated: <${unknown}> of the command ${id}`);
  const calls = actions.map((called) => ({ ...called, given: readParameters(called.parameters, from) }));
  for (const { library, functionName, given } of calls) {
    await from.host.scripts.load(library);
    await from.host.scripts.resolve(functionName)(...given);
  }
}
