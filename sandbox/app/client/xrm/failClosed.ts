/** What runtimes ask any object for, to find out what it is: promises, JSON, consoles and test runners. */
const probes: ReadonlySet<string> = new Set(['then', 'toJSON', 'asymmetricMatch', '$$typeof', 'nodeType']);

/**
 * An object whose unknown members throw instead of being undefined: a script that calls what is not emulated must not
 * go on as if it had been done.
 * @param name what the object is called in messages: `Xrm.Navigation`
 * @param retired deprecated members, each with its successor
 */
export function failClosed<T extends object>(
  name: string,
  object: T,
  retired: Readonly<Record<string, string>> = {},
): T {
  return new Proxy(object, {
    get(target, member, receiver) {
      if (typeof member === 'symbol' || member in target || probes.has(member)) {
        return Reflect.get(target, member, receiver) as unknown;
      }
      const successor = retired[member];
      throw new Error(
        successor === undefined
          ? `not emulated: ${name}.${member}`
          : `not emulated: ${name}.${member} is deprecated, use ${successor}`,
      );
    },
  });
}
