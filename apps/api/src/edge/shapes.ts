/** Shapes of members in answers that the swagger decorators can't see in the types. */
export const nullable = { nullable: true } as const;
export const text = { type: String } as const;
export const day = { type: String, format: 'date' } as const;
export const instant = { type: String, format: 'date-time' } as const;
/** A part whose members the recorded version decides. */
export const part = { type: 'object', additionalProperties: true } as const;
export const parts = { type: 'array', items: part } as const;
/** Whatever JSON holds, for the old and the new of a member that may be anything. */
export const anything = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
  nullable: true,
};
