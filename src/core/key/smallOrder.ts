/** Edwards curves: the field, and the y of every point whose order is that of the cofactor at most. */
const curves: Readonly<Record<string, { p: bigint; ys: readonly bigint[] }>> = {
  Ed25519: {
    p: 2n ** 255n - 19n,
    ys: [
      0n,
      1n,
      2n ** 255n - 20n,
      0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
      0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
    ],
  },
  Ed448: {
    p: 2n ** 448n - 2n ** 224n - 1n,
    ys: [0n, 1n, 2n ** 448n - 2n ** 224n - 2n],
  },
};

/**
 * True for one of the few points under which one signature fits every text (RFC 8032 section 7 leaves them to the
 * verifier). No key generator makes one; whoever offers it as a key wants forgeries to pass.
 */
export function hasSmallOrder(curve: string, point: Uint8Array): boolean {
  const known = curves[curve];
  if (!known) return false;
  const { p, ys } = known;
  const last = point.length - 1;
  const littleEndian = point.reduceRight(
    // The highest bit says which of the two x is meant.
    (sum, byte, at) => (sum << 8n) | BigInt(at === last ? byte & 0x7f : byte),
    0n,
  );
  return ys.includes(littleEndian % p);
}
