/**
 * The number of the shape of the record that this dbvet writes. Raise it with each change that an older dbvet would misread,
 * and add the migration that brings older entries to the new shape.
 */
export const schemaNumber = 1;

/** Brings a raw entry, as an older dbvet wrote it, to the shape of schema `to`; leaves others alone. */
export type Migration = {readonly to: number; readonly entry: (raw: unknown) => unknown};

/** In rising order of `to`. The lines on disk are never rewritten: they are migrated each time they are read. */
export const migrations: readonly Migration[] = [];

/** A raw entry in the present shape. */
export const upcast = (raw: unknown, steps: readonly Migration[] = migrations): unknown =>
	steps.reduce((entry, step) => step.entry(entry), raw);
