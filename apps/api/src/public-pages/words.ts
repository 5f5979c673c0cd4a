import { sectorLabels } from '@srd/domain/plan';

/** 2023-07-10 as 2023年7月10日; an instant as its day in China; other texts as they are. */
export function dayWords(text: string): string {
  const [, year, month, day] =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.length > 10 ? localTime(text).slice(0, 10) : text) ?? [];
  return day === undefined ? text : `${year}年${Number(month)}月${Number(day)}日`;
}

/** An instant in China's time: 2023-07-10 09:00. */
export function localTime(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** An instant as people write it, in China's time: 2023年7月10日 09:00. */
export function timeWords(at: string): string {
  return Number.isNaN(Date.parse(at)) ? at : `${dayWords(at)} ${localTime(at).slice(11)}`;
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
