import type { Sector } from '../organ';
import { sectorLabels } from './task';

/** The sector of a stratum: its listed objects and its practitioners are strata of their own (C5, C13). */
export function sectorOf(stratum: string): Sector {
  return stratum.replace(/\.(listed|practitioners)$/, '') as Sector;
}

/** What a stratum's members are counted in: institutions 家, people 名. */
export function stratumUnit(stratum: string): '家' | '名' {
  return stratum.endsWith('.practitioners') ? '名' : '家';
}

/** A stratum for people: the sector's name, and whether it is the raised part of it or those who practise in it. */
export function stratumLabel(stratum: string): string {
  const sector = sectorOf(stratum);
  const label = (sectorLabels as Readonly<Record<string, string>>)[sector] ?? sector;
  if (stratum === sector) return label;
  return stratum.endsWith('.practitioners') ? `${label}的法律服务人员` : `${label}（重点）`;
}
