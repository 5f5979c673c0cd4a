import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Drawer, Input, Space } from 'antd';
import { useRef, useState } from 'react';
import { api, dataOf, newKey, seen, type Schemas } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useMe, useToday } from '../../app/session';
import { followUpsQuery, type Line } from '../../shared/follow-up';
import { useFocusBack } from '../../shared/focus-back';
import { longDay, shortDay } from '../../shared/format';
import { Nothing, ProblemAlert } from '../../shared/states';
import { useUntilDue } from '../../shared/use-until-due';

type Outcome = Schemas['UrgedDto'];

const idOf = (one: { case: string; disposition: string }): string => `${one.case} ${one.disposition}`;
/** For both ladders: an order that lapsed, and a reminder that nobody has answered. */
const BEGINNING = '期限已过，请立即完成整改，并提交整改情况及证明材料；仍不整改的，将依照规定处理。';

/** Why an overdue measure can't be urged in this batch; undefined where it can. */
function barOf({ urgeable, urgedOn }: Line, today: string): string | undefined {
  if (!urgeable) return '本案所用的程序版本没有催办这一步，请在案件中联系机构并留痕';
  return urgedOn === today ? '今日已催办，不再重复' : undefined;
}

/** 批量催办: choose, read what will be recorded, send, and see what came of each. A second sending the same day urges nobody twice. */
export function Urging({ all, onClose }: { all: readonly Line[]; onClose: () => void }) {
  useFocusBack();
  const me = useMe();
  const today = useToday();
  const untilDue = useUntilDue();
  const queries = useQueryClient();
  // What was sent stays in view with its outcome; until then the ledger shows what is overdue.
  const [lines, setLines] = useState<readonly Line[]>();
  const overdue = lines ?? all.filter((line) => line.overdue && line.organ === me.organ.id);
  const able = overdue.filter((line) => barOf(line, today) === undefined);
  const [spared, setSpared] = useState<ReadonlySet<string>>(new Set());
  const chosen = able.filter((line) => !spared.has(idOf(line)));
  const [text, setText] = useState(BEGINNING);
  const sent = useRef({ content: '', key: '' });
  const sending = useMutation({
    mutationFn: async (): Promise<Outcome> => {
      const measures = chosen.map((line) => ({ case: line.case, disposition: line.disposition }));
      const body = { text: text.trim(), measures };
      const content = JSON.stringify(body);
      // The same batch sent again after a cut line is the same batch.
      if (sent.current.content !== content) sent.current = { content, key: newKey() };
      const headers = { 'idempotency-key': sent.current.key };
      return seen(await dataOf(api.POST('/api/v1/follow-ups/urge-overdue', { body, headers })));
    },
    onMutate: () => setLines(overdue),
    onError: () => setLines(undefined),
    onSuccess: () => queries.invalidateQueries({ queryKey: followUpsQuery.queryKey }),
  });
  const outcome = sending.data;
  const missing = chosen.length === 0 ? '请至少选择一项。' : text.trim() === '' ? '请填写催办内容。' : '';
  const choose = (line: Line, on: boolean): void =>
    setSpared(new Set(on ? [...spared].filter((each) => each !== idOf(line)) : [...spared, idOf(line)]));

  return (
    <Drawer
      open
      size="large"
      title="批量催办逾期"
      onClose={onClose}
      mask={{ closable: false }}
      closable={{ 'aria-label': '关闭' }}
    >
      {overdue.length === 0 ? (
        <Nothing>没有逾期的处置</Nothing>
      ) : outcome ? (
        <Result lines={overdue} outcome={outcome} onClose={onClose} />
      ) : (
        <>
          <p className="quiet">
            催办逐案记入案卷，写明催办人和日期（{longDay(today)}）。同一处置一日只催办一次，重复发送不会重复记录。
          </p>
          <fieldset className="urging-choice">
            <legend>
              逾期的处置（已选 {chosen.length} / {able.length} 项）
            </legend>
            <ul>
              {overdue.map((line) => {
                const bar = barOf(line, today);
                return (
                  <li key={idOf(line)}>
                    <Checkbox
                      checked={chosen.includes(line)}
                      disabled={bar !== undefined}
                      onChange={({ target }) => choose(line, target.checked)}
                    >
                      <strong>{line.name ?? line.number}</strong>，{line.stateLabel}
                      {line.due && `，${untilDue(line.due)}`}
                    </Checkbox>
                    <small>
                      {line.text}
                      {line.urgedOn && `；已催办 ${line.urged} 次，上次 ${shortDay(line.urgedOn, today)}`}
                      {bar !== undefined && <em>{bar}</em>}
                    </small>
                  </li>
                );
              })}
            </ul>
          </fieldset>
          {able.length > 0 && (
            <>
              <label className="urging-text" htmlFor="urging-text">
                催办内容
              </label>
              <Input.TextArea
                id="urging-text"
                value={text}
                maxLength={2000}
                showCount
                autoSize={{ minRows: 3, maxRows: 8 }}
                onChange={({ target }) => setText(target.value)}
              />
              <Preview lines={chosen} text={text} today={today} />
            </>
          )}
          {sending.isError && <ProblemAlert problem={problemOf(sending.error)} />}
          {able.length > 0 && missing !== '' && (
            <p className="quiet" aria-live="polite">
              {missing}
            </p>
          )}
          <Space className="form-actions">
            <Button
              type="primary"
              loading={sending.isPending}
              disabled={missing !== ''}
              onClick={() => sending.mutate()}
            >
              发送催办（{chosen.length} 项）
            </Button>
            <Button onClick={onClose}>取消</Button>
          </Space>
        </>
      )}
    </Drawer>
  );
}

/** What the first one's record will hold; the others' differ in the case alone. */
function Preview({ lines, text, today }: { lines: readonly Line[]; text: string; today: string }) {
  const [first] = lines;
  if (!first || text.trim() === '') return null;
  return (
    <section className="urging-preview" aria-label="预览">
      <h3>预览{lines.length > 1 && `（其余 ${lines.length - 1} 项除案件外相同）`}</h3>
      <dl>
        <dt>机构</dt>
        <dd>
          {first.name ?? first.number}（{first.number}）
        </dd>
        <dt>问题</dt>
        <dd>{first.text}</dd>
        <dt>催办日期</dt>
        <dd>{longDay(today)}</dd>
        <dt>催办内容</dt>
        <dd>{text.trim()}</dd>
      </dl>
    </section>
  );
}

/** What came of each, one line a measure. */
function Result(props: { lines: readonly Line[]; outcome: Outcome; onClose: () => void }) {
  const { lines, outcome, onClose } = props;
  const named = new Map(lines.map((line) => [idOf(line), line]));
  const { urged, already, refused } = outcome;
  const line = (one: { case: string; disposition: string }, said: string) => (
    <li key={idOf(one)}>
      <strong>{named.get(idOf(one))?.name ?? one.case}</strong>
      <span>{said}</span>
    </li>
  );
  return (
    <>
      <output>
        <Alert
          type={refused.length === 0 ? 'success' : 'warning'}
          showIcon
          title={[
            `已催办 ${urged.length} 项`,
            ...(already.length > 0 ? [`今日此前已催办 ${already.length} 项`] : []),
            ...(refused.length > 0 ? [`未能催办 ${refused.length} 项`] : []),
          ].join('，')}
        />
      </output>
      <ul className="urging-result">
        {urged.map((one) => line(one, '已催办，记入案卷'))}
        {already.map((one) => line(one, '今日此前已催办，未重复记录'))}
        {refused.map((one) => line(one, one.detail))}
      </ul>
      <Button type="primary" onClick={onClose}>
        完成
      </Button>
    </>
  );
}
