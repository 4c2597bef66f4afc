/** Where a secret stands in a text, by index, and what it is in words; the secret itself is never handed on. */
export type FoundSecret = {readonly kind: string; readonly start: number; readonly end: number};

/** One value of a Kubernetes Secret: under which key, and where it stands. */
export type SecretEntry = {readonly key: string; readonly start: number; readonly end: number};
