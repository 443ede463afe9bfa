/** A field of a protobuf message: its number, and its bytes or its number as they are on the wire. */
export interface Field {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly value: bigint;
}

/** The fields of a message (Protocol Buffers, encoding). @throws RangeError when it is none */
export function fieldsOf(message: Uint8Array): readonly Field[] {
  const fields: Field[] = [];
  const none = new Uint8Array();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at];
      if (byte === undefined) throw new RangeError('the message breaks off');
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > message.length) throw new RangeError('the message breaks off');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = varint();
    const number = Number(tag >> 3n);
    const type = Number(tag & 7n);
    if (type === 0) fields.push({ number, bytes: none, value: varint() });
    else if (type === 1) fields.push({ number, bytes: take(8), value: 0n });
    else if (type === 2) fields.push({ number, bytes: take(Number(varint())), value: 0n });
    else if (type === 5) fields.push({ number, bytes: take(4), value: 0n });
    else throw new RangeError(`wire type ${type}`);
  }
  return fields;
}

/** The messages at the end of a path of field numbers. */
export function messagesAt(message: Uint8Array, ...path: readonly number[]): readonly Uint8Array[] {
  const [first, ...rest] = path;
  if (first === undefined) return [message];
  return fieldsOf(message)
    .filter(({ number }) => number === first)
    .flatMap(({ bytes }) => messagesAt(bytes, ...rest));
}

/** The text of a field; empty when there is none. */
export const textAt = (message: Uint8Array, ...path: readonly number[]): string =>
  Buffer.from(messagesAt(message, ...path)[0] ?? []).toString('utf8');

export const hexAt = (message: Uint8Array, ...path: readonly number[]): string =>
  Buffer.from(messagesAt(message, ...path)[0] ?? []).toString('hex');
