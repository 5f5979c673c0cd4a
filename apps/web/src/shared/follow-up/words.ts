import type { RevisitPlan } from '@srd/domain/case';
import { longDay, weekdayOf } from '../format';

/** The two ladders of B三(三), which never meet; what stands on neither ends with a record or a receipt. */
export const ladderLabels = { breach: '违法违规', risk: '风险提示', other: '其他' } as const;

/** The page of a case's follow-up; with a measure and a command it opens that form. */
export function followUpPath(id: string, about: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(about).toString();
  return `/desk/rectification/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`;
}

export const partLabels: Readonly<Record<RevisitPlan['part'], string>> = {
  'whole-day': '全天',
  morning: '上午',
  afternoon: '下午',
};

/** 2024年8月23日（周五）上午. */
export function whenOf({ on, part }: { readonly on: string; readonly part: string }): string {
  return `${longDay(on)}（${weekdayOf(on)}）${part === 'whole-day' ? '' : partLabels[part as RevisitPlan['part']]}`;
}
