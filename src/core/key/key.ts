/** How the text of a secret stands for bytes. */
export type SecretEncoding = 'text' | 'base64' | 'base64url' | 'hex';
