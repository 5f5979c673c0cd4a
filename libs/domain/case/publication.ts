import { furtherFields, type FurtherField } from '../organ';
import type { CaseContext, Debt, Finding } from './context';
import { methodLabels, resultClassLabels } from './labels';
import type { OpenCase } from './state';
import { merged } from './redactions';
import type { PublicResult, Redaction } from './vocabulary';
import type { Further } from './vocabulary-4';

type Redactions = readonly Redaction[];

function inspectedOn({ visits, resultOn }: CaseContext): string {
  const first = visits[0]?.openedOn;
  const last = visits.at(-1)?.endedOn ?? resultOn;
  if (!first) return last ?? '';
  return !last || first === last ? first : `${first}至${last}`;
}

function told(finding: Finding, redactions: Redactions): string {
  const text = redactions.find((one) => one.finding === finding.finding)?.text ?? finding.text;
  const label = resultClassLabels[finding.resultClass];
  return text === '' ? label : `${label}：${text}`;
}

/** 违法行为查处情况: what has become of the breaches by now, in the words of the decisions' own numbers. */
function breachHandling({ dispositions }: CaseContext): string {
  const parts = dispositions.flatMap((one) => {
    if (one.penalty) {
      const { documentNumber, annulledOn, penalties } = one.penalty;
      return annulledOn ? [`${documentNumber}已于${annulledOn}撤销`] : [`${documentNumber}：${penalties.join('、')}`];
    }
    if (one.state === 'investigating') return ['已立案，正在查处'];
    if (one.state === 'dropped') return ['已立案，不予处罚'];
    return [];
  });
  return parts.length > 0 ? parts.join('；') : '无';
}

/** The seven fields from the record, under the redactions in force and those given. */
export function contentOf(context: CaseContext, redactions: Redactions = []): PublicResult {
  const { opened, object } = context;
  const all = merged(context.redactions, redactions);
  const inForce = context.findings.filter((finding) => !finding.withdrawn);
  return {
    institutionName: object?.name ?? '',
    registrationNumber: object?.registrationNumber ?? '',
    inspectedOn: inspectedOn(context),
    method: methodLabels[opened.method],
    // Who practises there isn't named (C24); that it was about somebody who does must be seen.
    scope:
      (object?.institution === undefined ? '' : '法律服务人员：') + opened.items.map((item) => item.name).join('、'),
    result: inForce.map((finding) => told(finding, all)).join('；'),
    breachHandling: breachHandling(context),
  };
}

/** The seven fields of B三(一) as pages call them, in their order, and no eighth. */
export const publicFieldLabels: readonly (readonly [keyof PublicResult, string])[] = [
  ['institutionName', '机构名称'],
  ['registrationNumber', '登记号'],
  ['inspectedOn', '抽查时间'],
  ['method', '抽查方式'],
  ['scope', '抽查内容'],
  ['result', '抽查结果'],
  ['breachHandling', '违法行为查处情况'],
];

/** Names and Chinese headings of the seven fields, in the order of B三(一) (R75). */
const headings: readonly (readonly [keyof PublicResult, string])[] = [
  ['institutionName', '被抽查机构名称'],
  ['registrationNumber', '登记号'],
  ['inspectedOn', '抽查时间'],
  ['method', '抽查方式'],
  ['scope', '抽查内容'],
  ['result', '抽查结果'],
  ['breachHandling', '违法行为查处情况'],
];
const furtherHeadings: { readonly [F in FurtherField]: string } = {
  'inspecting-body': '抽查主体',
  'legal-basis': '抽查依据',
};

/** A publication's fields in their order, the seven first, then what the organ's profile adds (R75, trap 10). */
export function publicFields(
  content: PublicResult,
  further: Further = {},
): readonly { readonly name: string; readonly label: string; readonly value: string }[] {
  const added = furtherFields.flatMap((name) => {
    const value = further[name];
    return value === undefined ? [] : [{ name, label: furtherHeadings[name], value }];
  });
  return [...headings.map(([name, label]) => ({ name, label, value: content[name] })), ...added];
}

/** What the public is told of the case now: the seven fields of B三(一) (R75), no person in them (C24). */
export function publicResult(state: OpenCase, redactions: Redactions = []): PublicResult {
  return contentOf(state.context, redactions);
}

const statements: { readonly [K in Debt['kind']]: string | null } = {
  result: null,
  outcome: '查处结果补充公示',
  correction: '更正公示，原公示内容同时保留备查',
  withdrawal: '原公示的处罚决定已被撤销，予以撤回',
  'non-cooperation': null,
};

/** The sentence that goes out with a later publication; null with the first. */
export function statementOf(debt: Debt): string | null {
  return statements[debt.kind];
}

/** 身份证号 with its check character, a mobile or a landline number: what no publication may hold. */
const personal = /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/u;

/** Whether a text holds something that looks like a person's number. */
export function holdsNumber(text: string): boolean {
  return personal.test(text);
}

/** The text with every person's number covered: for what is passed on without being read once more (C24, trap 10). */
export function withoutNumbers(text: string): string {
  return text.replaceAll(new RegExp(personal, 'gu'), '〔号码已遮盖〕');
}

/** The fields of a publication in which something looks like a person's number. */
export function suspectFields(content: PublicResult): readonly (keyof PublicResult)[] {
  const free: readonly (keyof PublicResult)[] = ['institutionName', 'scope', 'result', 'breachHandling'];
  return free.filter((field) => holdsNumber(content[field]));
}
