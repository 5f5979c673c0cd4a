import { dayInWords, dayOf, isInstant } from '@srd/kernel';
import { sectorLabels } from '@srd/domain/plan';

/** 2023-07-10 as 2023年7月10日; an instant as its day in China; other texts as they are. */
export function dayWords(text: string): string {
  return dayInWords(isInstant(text) ? dayOf(text) : text);
}

/** 1000 basis points as 10%, 1042 as 10.42%. */
export function percent(basisPoints: number): string {
  return `${Number((basisPoints / 100).toFixed(2))}%`;
}

export function sectorLabel(sector: string): string {
  return (sectorLabels as Readonly<Record<string, string>>)[sector] ?? sector;
}

/** An article as the program cites it, with the document's name in place of its letter. */
export function basisWords(basis: string): string {
  return basis.replace(/A(?=[一二三四附(（])/g, '潮州计划').replace(/B(?=[一二三四(（])/g, '喀左方案');
}
