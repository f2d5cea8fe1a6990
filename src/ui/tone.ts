/** What a colour says: good, mind this, wrong, or nothing to say. Never the only sign: a shape and words go with it. */
export type Tone = 'ok' | 'warn' | 'bad' | 'soft';
