import type { Sector } from '@srd/domain/organ';

/** How people write the sectors' institutions. */
const INSTITUTIONS: Readonly<Record<string, Sector>> = {
  律师事务所: 'law-firm',
  律所: 'law-firm',
  基层法律服务所: 'grassroots-office',
  法律服务所: 'grassroots-office',
  公证机构: 'notary-office',
  公证处: 'notary-office',
  司法鉴定机构: 'forensic-institution',
  司法鉴定所: 'forensic-institution',
  司法鉴定中心: 'forensic-institution',
  法律援助机构: 'legal-aid-agency',
  法律援助中心: 'legal-aid-agency',
};

/** For a message: what can be written. */
export const sectorWords = '律师事务所、基层法律服务所、公证机构、司法鉴定机构、法律援助机构';

/** The sector of a word; the sector's own code is understood too. */
export function readSector(text: string): Sector | undefined {
  const word = text.trim();
  if (Object.hasOwn(INSTITUTIONS, word)) return INSTITUTIONS[word];
  return Object.values(INSTITUTIONS).find((sector) => sector === word);
}
