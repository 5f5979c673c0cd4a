import { plainLine, plainText } from '@srd/domain/organ';
import { dayInWords, type Context, type Day, type Id } from '@srd/kernel';
import type { Asked, YearCommand } from './commands';
import { isLapsed } from './duties';
import type { YearEvent } from './events';
import { refuse } from './refusals';
import { materialOf, reportOf, type YearState } from './state';

/** A day of the year that has ended: what was known that evening doesn't change any more (R98). */
function checkDay(asOf: Day, year: number, today: Day): void {
  if (asOf >= today || !asOf.startsWith(`${year}-`)) refuse('REPORT_DAY_OPEN', `${asOf} 不能作为统计截止日`);
}

function checkCounty(counties: readonly Id[], county: Id): void {
  if (!counties.includes(county)) refuse('COUNTY_UNKNOWN', `“${county}”不是本机关的下级机关`);
}

function checkOccurred(occurredOn: Day, today: Day): void {
  if (occurredOn > today) refuse('REPORT_OCCURRED_LATER');
}

/** 汇总、分析、总结 of a section, as of a day that has ended (A三末段, B四(三); R98). */
function sumUp(state: YearState, data: Asked<'SumUp'>, { today }: Context): YearEvent {
  const { section, asOf, figures } = data;
  const report = reportOf(state, section);
  if (report.status === 'sent') refuse('REPORT_AWAITS_RECEIPT');
  checkDay(asOf, data.year, today);
  const analysis = plainText(data.analysis) ?? refuse('REPORT_TEXT_MISSING');
  const conclusions = plainText(data.conclusions) ?? refuse('REPORT_TEXT_MISSING');
  const issue = report.status === 'summed' ? report.issue : report.issue + 1;
  return { type: 'SectionSummedUp', data: { section, issue, asOf, figures, analysis, conclusions } };
}

/** Late or without a county: possible, and both say why (R99, R100). */
function send(state: YearState, data: Asked<'SendYearReport'>, { today }: Context): YearEvent {
  const { section, dueOn, counties } = data;
  const { status, issue } = reportOf(state, section);
  if (status !== 'summed') refuse('REPORT_NOT_SUMMED');
  const late = today > dueOn;
  const lateReason = plainText(data.lateReason);
  if (late && lateReason === null) refuse('LATE_REASON_MISSING', `报送期限为${dayInWords(dueOn)}`);
  const withoutCounties = counties.filter((county) => materialOf(state, section, county).status !== 'received');
  const withoutReason = plainText(data.withoutReason);
  if (withoutCounties.length > 0 && withoutReason === null) {
    refuse('COUNTY_MATERIAL_MISSING', `未收到：${withoutCounties.join('、')}`, { counties: withoutCounties });
  }
  return {
    type: 'YearReportSent',
    data: {
      section,
      issue,
      on: today,
      dueOn,
      late,
      lateReason: late ? lateReason : null,
      withoutCounties,
      withoutReason: withoutCounties.length > 0 ? withoutReason : null,
    },
  };
}

function receive(state: YearState, data: Asked<'ReceiveYearReport'>, { actor, today }: Context): YearEvent {
  const { section } = data;
  const { status, issue, sent } = reportOf(state, section);
  if (status !== 'sent') refuse('REPORT_NOT_SENT');
  if (sent.at(-1)?.by === actor) refuse('SENDER_RECEIVES');
  const receipt = plainLine(data.receipt) ?? refuse('RECEIPT_MISSING');
  return { type: 'YearReportReceived', data: { section, issue, receipt, on: today } };
}

function sendBack(state: YearState, { section, reason: given }: Asked<'ReturnYearReport'>): YearEvent {
  const { status, issue } = reportOf(state, section);
  if (status !== 'sent') refuse('REPORT_NOT_SENT');
  const reason = plainText(given) ?? refuse('REASON_MISSING');
  return { type: 'YearReportReturned', data: { section, issue, reason } };
}

function handUp(state: YearState, data: Asked<'HandUpMaterial'>, { today }: Context): YearEvent {
  const { section, asOf, sectors, figures } = data;
  const to = data.superior ?? refuse('NO_SUPERIOR');
  checkDay(asOf, data.year, today);
  const text = plainText(data.text) ?? refuse('REPORT_TEXT_MISSING');
  const issue = (state.handedUp[section]?.issue ?? 0) + 1;
  return { type: 'CountyMaterialHandedUp', data: { section, issue, to, sectors, asOf, figures, text, on: today } };
}

function take(state: YearState, data: Asked<'TakeMaterial'>, { today }: Context): readonly YearEvent[] {
  const { section, county, from, issue, asOf, figures } = data;
  checkCounty(data.counties, county);
  if ((materialOf(state, section, county).summary?.issue ?? 0) >= issue) return [];
  return [{ type: 'CountyMaterialArrived', data: { section, county, from, issue, asOf, figures, on: today } }];
}

function ofCounty(
  state: YearState,
  command: Extract<YearCommand, { type: 'ReceiveMaterial' | 'FileMaterial' | 'GuideCounty' }>,
  { today }: Context,
): YearEvent {
  const { section, county, counties } = command.data;
  checkCounty(counties, county);
  const { status } = materialOf(state, section, county);
  if (command.type === 'ReceiveMaterial') {
    if (status !== 'arrived') refuse('MATERIAL_NOT_ARRIVED');
    const receipt = plainLine(command.data.receipt) ?? refuse('RECEIPT_MISSING');
    return { type: 'CountyMaterialReceived', data: { section, county, receipt, on: today } };
  }
  const { occurredOn } = command.data;
  checkOccurred(occurredOn, today);
  if (command.type === 'FileMaterial') {
    if (status !== 'awaited') refuse('MATERIAL_IN');
    const document = plainLine(command.data.document) ?? refuse('REASON_MISSING');
    return { type: 'CountyMaterialFiled', data: { section, county, document, occurredOn } };
  }
  const text = plainText(command.data.text) ?? refuse('REASON_MISSING');
  return { type: 'CountyGuided', data: { section, county, kind: command.data.kind, text, occurredOn } };
}

function lapse(state: YearState, { duty, due }: Asked<'LapseDuty'>, { today }: Context): readonly YearEvent[] {
  if (!due) return refuse('DUTY_UNKNOWN');
  if (Object.hasOwn(state.lapsed, duty)) return [];
  if (!isLapsed(due, today)) refuse('DUTY_NOT_LAPSED', `「${due.label}」的期限为${dayInWords(due.dueOn)}`);
  const { kind, section, label, dueOn, rule, source, missing } = due;
  const data = { duty, kind, section, label, dueOn, rule, source, missing, escalatedTo: 'leader' } as const;
  return [{ type: 'DutyLapsed', data }];
}

function decideOne(command: YearCommand, state: YearState, context: Context): readonly YearEvent[] {
  switch (command.type) {
    case 'SumUp':
      return [sumUp(state, command.data, context)];
    case 'SendYearReport':
      return [send(state, command.data, context)];
    case 'ReceiveYearReport':
      return [receive(state, command.data, context)];
    case 'ReturnYearReport':
      return [sendBack(state, command.data)];
    case 'HandUpMaterial':
      return [handUp(state, command.data, context)];
    case 'TakeMaterial':
      return take(state, command.data, context);
    case 'LapseDuty':
      return lapse(state, command.data, context);
    default:
      return [ofCounty(state, command, context)];
  }
}

/** What a command leads to; the first of the year opens it. */
export function decide(command: YearCommand, state: YearState, context: Context): readonly YearEvent[] {
  const { organ, year, sections } = command.data;
  if ('section' in command.data && !sections.includes(command.data.section)) {
    refuse('REPORT_SECTION_UNKNOWN', `本机关没有业务科室“${command.data.section}”`);
  }
  const events = decideOne(command, state, context);
  if (state.organ !== null || events.length === 0) return events;
  return [{ type: 'YearOpened', data: { procedure: 'report/1', organ, year } }, ...events];
}
