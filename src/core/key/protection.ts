/** How a private key is protected: AES in CBC mode, under a key that is made of the passphrase. */
export interface Protection {
  iv: Uint8Array<ArrayBuffer>;
  keyOf(passphrase: string): Promise<Uint8Array<ArrayBuffer>>;
}
