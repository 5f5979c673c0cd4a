import type { Upcasts } from '@srd/runtime';

/** The steps by which events of older schema versions are read. None has a second version yet. */
export const upcasts: Upcasts = {};
