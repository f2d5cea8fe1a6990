/** Reads the fields of SSH's wire format one after the other (RFC 4251 section 5); undefined where they end too early. */
export interface Wire {
  /** A string: four bytes of length and that many bytes. */
  bytes(): Uint8Array | undefined;
  number(): number | undefined;
}

export function readWire(whole: Uint8Array): Wire {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  let at = 0;
  const number = () => {
    if (at + 4 > whole.length) return undefined;
    at += 4;
    return view.getUint32(at - 4);
  };
  return {
    number,
    bytes() {
      const length = number();
      if (length === undefined || at + length > whole.length) return undefined;
      at += length;
      return whole.subarray(at - length, at);
    },
  };
}

const decoder = new TextDecoder();

export function textOf(wire: Wire): string | undefined {
  const bytes = wire.bytes();
  return bytes && decoder.decode(bytes);
}

/** An mpint's digits: it has a zero byte before a first bit that is set. */
export function digitsOf(mpint: Uint8Array): Uint8Array {
  const first = mpint.findIndex((byte) => byte !== 0);
  return first === -1 ? new Uint8Array() : mpint.subarray(first);
}
