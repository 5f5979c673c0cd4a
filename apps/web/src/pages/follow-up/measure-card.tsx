import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Alert, Button, Space, Tag } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { permits, type Role } from '@srd/domain/account';
import { arrangedFor, type Disposition } from '@srd/domain/case';
import { nth } from '@srd/kernel';
import { useMe, useToday } from '../../app/session';
import { CaseCommandForm, caseQuery, type CaseDetail } from '../../shared/case-command';
import { CommandForm, useCommandNames } from '../../shared/command-form';
import { nextSteps } from '../../shared/follow-up';
import { useFocusBack } from '../../shared/focus-back';
import { longDay } from '../../shared/format';
import { ArrangedNote } from './arranged-note';
import { Arrangement } from './arrangement';
import { CalendarOnly } from './calendar-only';
import { openOf, type Followed } from './measures';
import { Rounds } from './old-finding';
import { OrderPaper, RecordedOrder } from './order-paper';
import { RevisitForm } from './revisit-form';
import { useMessages } from '../../shared/messages';
import { useUntilDue } from '../../shared/use-until-due';

/** What the address says is being done, and with which measure. */
export interface Doing {
  readonly do?: string | undefined;
  readonly measure?: string | undefined;
  readonly on?: string | undefined;
  readonly with?: string | undefined;
  readonly round?: string | undefined;
}
export type Change = (doing: { readonly [N in keyof Doing]?: string | undefined }) => void;
export const IDLE = {
  do: undefined,
  measure: undefined,
  on: undefined,
  with: undefined,
  round: undefined,
} satisfies Doing;

interface CardProps {
  readonly detail: CaseDetail;
  readonly followed: Followed;
  readonly doing: Doing;
  readonly onDo: Change;
}

/** One measure: its rounds, what may be done now, and the form of what is being done. */
export function MeasureCard({ detail, followed, doing, onDo, one }: CardProps & { one: Disposition }) {
  const held = useHeld();
  const today = useToday();
  const name = useCommandNames();
  const untilDue = useUntilDue();
  const { settled, label, basis, due, next, awaitsRevisit } = openOf(detail, one);
  const mine = doing.measure === one.disposition ? doing.do : undefined;
  const start = (command: string, more: Doing = {}) =>
    onDo({ ...IDLE, do: command, measure: one.disposition, ...more });
  const steps = nextSteps({ next: [...next], due: due as never }, held).filter(
    ({ command }) => command !== 'RecordFollowUp',
  );
  const urgeable =
    !settled && detail.allowed.commands.includes('UrgeRectification') && permits('UrgeRectification', held);
  const revisits = awaitsRevisit && permits('RecordFollowUp', held);
  const arranged = arrangedFor(detail, one);
  const arranges = !settled && (awaitsRevisit || one.state === 'rectifying') && permits('ArrangeRevisit', held);
  const offered = [
    'preview',
    ...steps.flatMap(({ command, by }) => (by === undefined ? [command] : [])),
    ...(arranges ? ['ArrangeRevisit'] : []),
    ...(arranged && permits('CancelRevisit', held) ? ['CancelRevisit'] : []),
    ...(revisits ? ['RecordFollowUp', 'passed', 'failed'] : []),
    ...(urgeable ? ['UrgeRectification'] : []),
  ];
  return (
    <section className="fu-measure" aria-label={`处置：${label}`}>
      <div className="fu-measure-head">
        <Tag color={settled ? 'green' : due && due.on < today ? 'red' : 'blue'}>{label}</Tag>
        <span className="quiet">依据 {basis}</span>
        {due && (
          <strong className={due.on < today ? 'fu-late' : ''}>
            {longDay(due.on)}
            {dueWords[due.kind]}，{untilDue(due)}
          </strong>
        )}
        {settled && (
          <strong className="fu-settled">
            {one.state === 'corrected' || one.state === 'heeded' ? '已销号' : '已了结'}
          </strong>
        )}
      </div>
      <Rounds detail={detail} one={one} onPreview={(round) => start('preview', { round: String(round) })} />
      {arranged && (
        <ArrangedNote
          {...{ detail, arranged }}
          onChange={arranges ? () => start('ArrangeRevisit') : undefined}
          onCancel={() => start('CancelRevisit')}
        />
      )}
      {!settled && (
        <Space wrap className="fu-acts">
          {steps
            .filter(({ by }) => by === undefined)
            .map(({ command }) => (
              <Button key={command} onClick={() => start(command)}>
                {name(command)}
              </Button>
            ))}
          {arranges && !arranged && <Button onClick={() => start('ArrangeRevisit')}>安排回访</Button>}
          {revisits && (
            <>
              <Button type="primary" onClick={() => start('passed')}>
                回访通过，销号
              </Button>
              <Button danger onClick={() => start('failed')}>
                回访未通过
              </Button>
            </>
          )}
          {urgeable && <Button onClick={() => start('UrgeRectification')}>催办</Button>}
        </Space>
      )}
      {steps.some(({ by }) => by !== undefined) && (
        <p className="quiet">
          {steps
            .filter(({ by }) => by !== undefined)
            .map(({ command, by }) => `${name(command)}由${by}办理`)
            .join('；')}
          。依据 {basis}。
        </p>
      )}
      {mine !== undefined && (
        <Opened key={mine} offered={offered.includes(mine)} onClose={() => onDo(IDLE)}>
          <Form {...{ detail, followed, doing, onDo, one }} command={mine} />
        </Opened>
      )}
    </section>
  );
}

const dueWords: Readonly<Record<string, string>> = { correction: '前改正', revisit: '前回访', service: '前送达' };

function useHeld(): readonly Role[] {
  return useMe().roles.map(({ role }) => role as Role);
}

/**
 * What was opened comes into view and takes the focus: the keyboard goes on there. A link to what can't be done, or not by whom it was
 * shared with, says so; a form that is open already stays with what was entered, whatever others do.
 */
function Opened(props: { offered: boolean; onClose: () => void; children: ReactNode }) {
  const { onClose, children } = props;
  const [offered] = useState(props.offered);
  const place = useRef<HTMLDivElement>(null);
  useFocusBack();
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="fu-opened">
      {offered ? (
        children
      ) : (
        <Alert
          type="info"
          showIcon
          title="链接所指的这一步现在不能办理"
          description="可能已经办理，或者不由您办理。现在能办的见上方。"
          action={<Button onClick={onClose}>知道了</Button>}
        />
      )}
    </div>
  );
}

const REVISITS: Readonly<Record<string, { passed: boolean; title: string }>> = {
  passed: { passed: true, title: '回访通过，销号' },
  failed: { passed: false, title: '记录回访未通过' },
};

function Form({ detail, followed, doing, onDo, one, command }: CardProps & { one: Disposition; command: string }) {
  const name = useCommandNames();
  const finish = useFinish(onDo);
  const close = () => onDo(IDLE);
  const asked = command === 'RecordFollowUp' ? 'passed' : command;
  if (asked === 'preview')
    return <RecordedOrder {...{ detail, followed, one }} round={Number(doing.round ?? one.round)} onClose={close} />;
  if (asked === 'ArrangeRevisit') {
    const Arranging = detail.allowed.commands.includes('ArrangeRevisit') ? Arrangement : CalendarOnly;
    return <Arranging {...{ detail, one }} chosen={doing} onChoose={onDo} onDone={finish} onCancel={close} />;
  }
  if (asked === 'ProposeListing') return <Listing {...{ detail, one, onDo }} ground="unheeded" />;
  const revisit = REVISITS[asked];
  const about = { disposition: one.disposition, finding: one.finding };
  return (
    <section className="fu-form" aria-label={revisit?.title ?? name(command)}>
      <h4>{revisit?.title ?? name(command)}</h4>
      {revisit && (
        <p className="quiet">
          {revisit.passed
            ? '对照原检查结果，确认已改正后销号。'
            : '写明仍未改正之处；此后由科室再次责令改正或者立案查处，不转入执业异常对象名单。'}
        </p>
      )}
      {revisit ? (
        <RevisitForm
          {...{ detail, one }}
          passed={revisit.passed}
          submit={revisit.title}
          onDone={(answer) => finish(answer, revisit.passed ? '已销号' : '已办理')}
          onCancel={close}
        />
      ) : (
        <CaseCommandForm
          detail={detail}
          command={asked}
          hidden={['disposition', 'finding']}
          values={{ ...about, ...(asked === 'ServeDocument' && { paper: 'correction-order' }) }}
          {...(asked === 'OrderFurtherCorrection' && {
            preview: (values: Readonly<Record<string, unknown>>) => (
              <OrderPaper
                {...{ detail, followed }}
                order={{ ...orderIn(values), text: textOf(values['reason']) ?? '', round: one.round + 1 }}
              />
            ),
          })}
          onDone={(answer) => finish(answer, '已办理')}
          onCancel={close}
        />
      )}
    </section>
  );
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const orderIn = (values: Readonly<Record<string, unknown>>) => ({
  text: textOf(values['text']) ?? '',
  dueOn: textOf(values['dueOn']),
  remedies: textOf(values['remedies']),
  occurredOn: textOf(values['occurredOn']),
});

function useFinish(onDo: Change) {
  const message = useMessages();
  return ({ revision, repeated }: { revision: number; repeated: boolean }, done: string) => {
    message.success(repeated ? '此前已办理，未重复记录' : `${done}，现为第 ${nth(revision)} 版`);
    onDo(IDLE);
  };
}

/** 提请列入执业异常对象名单: a proposal to the list of its own, which the case then notes. */
function Listing(
  props: Pick<CardProps, 'detail' | 'onDo'> & { one?: Disposition; ground: 'unheeded' | 'unreachable' },
) {
  const { detail, onDo, one, ground } = props;
  const queries = useQueryClient();
  const finish = useFinish(onDo);
  if (!detail.object) return null;
  return (
    <section className="fu-form" aria-label="提请列入执业异常对象名单">
      <h4>提请列入执业异常对象名单</h4>
      <p className="quiet">依据 B三(三)：经过提醒或约谈仍不纠正的，可以列入，须写明理由；由提请人以外的领导决定。</p>
      <CommandForm
        command="ProposeListing"
        id={`${detail.object.id}.abnormal`}
        hidden={['case', 'disposition', 'practitioner', 'ground', 'penalty', 'class', 'contactAttempts']}
        values={{
          case: detail.id,
          ...(one && { disposition: one.disposition }),
          ground,
          practitioner: false,
          legalBasis: [{}],
        }}
        onDone={async (answer) => {
          await noted(queries, detail);
          finish(answer, '已提请');
        }}
        onCancel={() => onDo(IDLE)}
      />
    </section>
  );
}

/** The case notes by itself what was proposed to the list, a moment later: it is read until it has. */
async function noted(queries: QueryClient, { id, revision }: CaseDetail): Promise<void> {
  const { queryKey } = caseQuery(id);
  for (let tries = 0; tries < 20; tries += 1) {
    await queries.invalidateQueries({ queryKey, exact: true });
    if ((queries.getQueryData(queryKey)?.revision ?? 0) > revision) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** A finding that still lacks its measure: what would begin it, from whom. */
export function BeginCard({ detail, followed, doing, onDo }: CardProps) {
  const held = useHeld();
  const name = useCommandNames();
  const finish = useFinish(onDo);
  const { finding, begin } = followed;
  const steps = nextSteps({ next: [...begin], due: null }, held);
  const chosen = doing.measure === finding.finding ? doing.do : undefined;
  return (
    <section className="fu-measure" aria-label="处置：待处置">
      <div className="fu-measure-head">
        <Tag color="gold">待处置</Tag>
        <span className="quiet">这条结果尚未作出处置，依据 B三(三)</span>
      </div>
      <Space wrap className="fu-acts">
        {steps
          .filter(({ by }) => by === undefined)
          .map(({ command }) => (
            <Button key={command} onClick={() => onDo({ ...IDLE, do: command, measure: finding.finding })}>
              {name(command)}
            </Button>
          ))}
      </Space>
      <p className="quiet">
        {steps
          .filter(({ by }) => by !== undefined)
          .map(({ command, by }) => `${name(command)}由${by}办理`)
          .join('；')}
      </p>
      {chosen !== undefined && (
        <Opened
          key={chosen}
          offered={steps.some(({ command, by }) => command === chosen && by === undefined)}
          onClose={() => onDo(IDLE)}
        >
          <section className="fu-form" aria-label={name(chosen)}>
            <h4>{name(chosen)}</h4>
            <CaseCommandForm
              detail={detail}
              command={chosen}
              hidden={['disposition', 'finding']}
              values={{ finding: finding.finding }}
              {...(chosen === 'OrderCorrection' && {
                preview: (values: Readonly<Record<string, unknown>>) => (
                  <OrderPaper {...{ detail, followed }} order={{ ...orderIn(values), round: 1 }} />
                ),
              })}
              onDone={(answer) => finish(answer, '已办理')}
              onCancel={() => onDo(IDLE)}
            />
          </section>
        </Opened>
      )}
    </section>
  );
}
