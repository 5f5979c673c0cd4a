import { plainLine, plainText } from '@srd/domain/organ';
import { isDay, isId, type Context, type DomainCommand, type Id } from '@srd/kernel';
import {
  entryKinds,
  exitGrounds,
  type CreditDataSent,
  type IntegrityEntered,
  type IntegrityEvent,
  type SectorExitRecorded,
  type SectorExitWithdrawn,
} from './events';
import { refuse } from './refusals';
import { currentExit, entryId, unsent, type CreditBatch, type IntegrityState } from './state';

/** A reaction's: what was recorded elsewhere goes into the file. */
export type EnterIntegrity = DomainCommand<'EnterIntegrity', IntegrityEntered['data']>;
/** Everything that wasn't sent yet, as one batch. `channels`: the organ's own, and the credit platform; loaded by who asks (R94). */
export type SendCreditData = DomainCommand<
  'SendCreditData',
  Pick<CreditDataSent['data'], 'channel'> & { readonly channels: readonly string[] }
>;
export type ReceiveCreditData = DomainCommand<
  'ReceiveCreditData',
  { readonly batch: Id; readonly receipt: string; readonly channel?: string }
>;
export type FailCreditData = DomainCommand<
  'FailCreditData',
  { readonly batch: Id; readonly reason: string; readonly channel?: string }
>;
export type RecordSectorExit = DomainCommand<'RecordSectorExit', SectorExitRecorded['data']>;
export type WithdrawSectorExit = DomainCommand<'WithdrawSectorExit', SectorExitWithdrawn['data']>;
export type IntegrityCommand =
  EnterIntegrity | SendCreditData | ReceiveCreditData | FailCreditData | RecordSectorExit | WithdrawSectorExit;

const because = (reason: string): string => plainText(reason) ?? refuse('REASON_MISSING');

function enter(data: EnterIntegrity['data'], state: IntegrityState): readonly IntegrityEvent[] {
  if (!isId(data.object) || !isId(data.organ) || !entryKinds.includes(data.entry) || !isDay(data.occurredOn)) {
    refuse('ENTRY_INVALID');
  }
  const text = plainText(data.text) ?? refuse('ENTRY_INVALID', '记入的内容不能为空');
  // Handed the same event twice, the file has it once.
  if (state.entries.some(({ id }) => id === entryId(data.source))) return [];
  return [{ type: 'IntegrityEntered', data: { ...data, text } }];
}

/** 行业退出: on a decision of who may take it, with its law and evidence, once (R88, C19). */
function recordExit(data: RecordSectorExit['data'], state: IntegrityState, { today }: Context): IntegrityEvent {
  if (currentExit(state)) refuse('EXIT_RECORDED');
  if (!exitGrounds.includes(data.ground)) refuse('EXIT_WITHOUT_DECISION', '请注明吊销、撤销、注销或禁止从业');
  if (data.ground === 'barred' && data.kind === 'institution') {
    refuse('EXIT_WITHOUT_DECISION', '禁止从业只适用于法律服务人员');
  }
  const { number, authority, decidedOn } = data.decision;
  if (plainLine(number) === null || plainLine(authority) === null || !isDay(decidedOn) || decidedOn > today) {
    refuse('EXIT_WITHOUT_DECISION', '请写明决定的文号、作出机关和日期，日期不能晚于今日');
  }
  const cited = data.legalBasis.map(({ law, article, version }) => [law, article, version].map(plainLine));
  if (cited.length === 0 || cited.flat().includes(null)) refuse('EXIT_WITHOUT_BASIS');
  if (data.until !== null && (!isDay(data.until) || data.until <= decidedOn)) {
    refuse('EXIT_WITHOUT_DECISION', '禁止从业的截止日应晚于决定日');
  }
  if (data.evidence.length === 0) refuse('EXIT_WITHOUT_EVIDENCE');
  return { type: 'SectorExitRecorded', data: { ...data, reason: because(data.reason) } };
}

/** `channel`: which one answered; the batch went to one only. */
type OfBatch = { readonly batch: Id; readonly channel?: string };

function decideOne(
  command: Exclude<IntegrityCommand, EnterIntegrity>,
  state: IntegrityState,
  context: Context,
): IntegrityEvent {
  const stands = ({ batch, channel }: OfBatch, ...statuses: readonly CreditBatch['status'][]) =>
    state.batches.some(
      (each) =>
        each.batch === batch && statuses.includes(each.status) && (channel === undefined || channel === each.channel),
    );
  switch (command.type) {
    case 'SendCreditData': {
      if (state.kind === 'practitioner') refuse('PRACTITIONER_NOT_SENT');
      if (state.batches.some(({ status }) => status === 'sent')) refuse('BATCH_WAITING');
      const channel = plainLine(command.data.channel) ?? refuse('ENTRY_INVALID', '请注明报送的载体');
      if (!command.data.channels.includes(channel)) refuse('NOT_A_CHANNEL', `“${channel}”不是本机关报送信用信息的载体`);
      const entries = unsent(state).map(({ id }) => id);
      if (entries.length === 0) refuse('NOTHING_TO_SEND');
      return { type: 'CreditDataSent', data: { batch: `b${state.batches.length + 1}`, entries, channel } };
    }
    case 'ReceiveCreditData': {
      const { batch } = command.data;
      // What comes after the channel was given up counts all the same (trap 10).
      if (!stands(command.data, 'sent', 'failed')) refuse('BATCH_UNKNOWN');
      const receipt = plainText(command.data.receipt) ?? refuse('RECEIPT_MISSING');
      return { type: 'CreditDataReceived', data: { batch, receipt } };
    }
    case 'FailCreditData': {
      const { batch } = command.data;
      if (!stands(command.data, 'sent')) refuse('BATCH_UNKNOWN');
      return { type: 'CreditDataFailed', data: { batch, reason: because(command.data.reason) } };
    }
    case 'RecordSectorExit':
      return recordExit(command.data, state, context);
    // The decision falls (R88).
    case 'WithdrawSectorExit': {
      const { occurredOn, evidence } = command.data;
      if (!currentExit(state)) refuse('NO_EXIT');
      if (!isDay(occurredOn) || occurredOn > context.today) refuse('ENTRY_INVALID', '发生日不能晚于今日');
      if (evidence.length === 0) refuse('EXIT_WITHOUT_EVIDENCE');
      return { type: 'SectorExitWithdrawn', data: { reason: because(command.data.reason), occurredOn, evidence } };
    }
  }
}

export function decide(command: IntegrityCommand, state: IntegrityState, context: Context): readonly IntegrityEvent[] {
  return command.type === 'EnterIntegrity' ? enter(command.data, state) : [decideOne(command, state, context)];
}
