import type { TaskContent } from './task';

/** What a section may ask to have changed in a released row; name, objects, section and partners make another task of it. */
export const adjustable = [
  'window',
  'method',
  'mode',
  'items',
  'totals',
  'ratios',
  'atLeast',
  'listedRatio',
  'practitionerSample',
  'modes',
  'disclosure',
  'afterCessation',
] as const satisfies readonly (keyof TaskContent)[];
export type Adjustable = (typeof adjustable)[number];

/** The members of a row that change, with their new values. */
export type Adjustment = { readonly [M in Adjustable]?: NonNullable<TaskContent[M]> | Extract<TaskContent[M], null> };

/** What may still change once the task is allotted: when and how, not who or how many (B一(二), trap 3). */
export const adjustableLater: readonly Adjustable[] = ['window', 'method', 'mode'];

export const adjustmentLabels: Readonly<Record<Adjustable, string>> = {
  window: '抽查时间',
  method: '检查方式',
  mode: '自查安排',
  items: '抽查事项',
  totals: '抽查对象总数',
  ratios: '抽取比例',
  atLeast: '最低家数',
  listedRatio: '列入名单对象的抽取比例',
  practitionerSample: '法律服务人员的抽取',
  modes: '抽取方式',
  disclosure: '抽取名单公开时点',
  afterCessation: '抽中后注销的处理',
};
