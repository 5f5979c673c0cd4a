import { sha256 } from '@srd/kernel';
import { sealOf } from '@srd/proof/draw';
import type { ContributorView } from './link';

/** What opens a seal. It is made on this device, stays here until the sealing is closed, and proves a false 「缺席」 afterwards. */
export interface Opening {
  readonly draw: string;
  readonly by: string;
  readonly role: string;
  readonly requestHash: string;
  readonly value: string;
  readonly nonce: string;
  readonly seal: string;
}

/** Seals a value (brought to NFC, as everything that is entered) under a nonce of this device's own 16 bytes. */
export function openingOf(view: ContributorView, entered: string): Opening {
  const { draw, by, role, requestHash, protocol } = view;
  const value = entered.normalize('NFC');
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const nonce = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const seal = sealOf(protocol, requestHash, { by, role, value, nonce }, sha256);
  return { draw, by, role, requestHash, value, nonce, seal };
}

const key = ({ draw, by }: Pick<Opening, 'draw' | 'by'>): string => `srd-opening:${draw}:${by}`;

/** Keeps the opening across a reload. @returns whether this device keeps anything (a private window may not) */
export function keep(opening: Opening): boolean {
  try {
    localStorage.setItem(key(opening), JSON.stringify(opening));
    return true;
  } catch {
    return false;
  }
}

/** The opening that this device holds for a draw; undefined where it holds none. */
export function kept(of: Pick<Opening, 'draw' | 'by'>): Opening | undefined {
  try {
    const text = localStorage.getItem(key(of));
    return text === null ? undefined : (JSON.parse(text) as Opening);
  } catch {
    return undefined;
  }
}
