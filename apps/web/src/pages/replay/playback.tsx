import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { statesIn } from '@srd/domain/case';
import { isDay, nth } from '@srd/kernel';
import { dayOfInstant, longDay, moment } from '../../shared/format';
import { Person } from '../../shared/person';
import { StatePicture } from '../../shared/state-picture';
import { Loaded } from '../../shared/states';
import { useFilter, whole } from '../../shared/use-filter';
import { atQuery, trueQuery, type Step } from './data';
import { EventList, eventName } from './event-list';
import { Fields, StepChanges } from './fields-part';
import { dayOf, daysOf, knownBy, moveBy, upTo } from './position';
import { Player } from './player';

/** Event by event, in the order of recording: what was known after each. */
export function ReplayKnown({ id, path }: { id: string; path: readonly Step[] }) {
  const last = path.length - 1;
  const [{ r }, setFilter] = useFilter(['r'], { r: whole(0, last) });
  const placeOf = (text: string | null | undefined): number => {
    const asked = Number(text ?? last);
    return Number.isInteger(asked) ? Math.min(Math.max(asked, 0), last) : last;
  };
  const at = placeOf(r);
  const go = (revision: number): void => setFilter({ r: String(revision) });
  useKeys((address) => placeOf(address.get('r')), last, go);
  const now = useQuery({ ...atQuery(id, at), placeholderData: keepPreviousData });
  const before = useQuery({ ...atQuery(id, at - 1), placeholderData: keepPreviousData });
  const step = path[at]!;
  const day = dayOfInstant(step.at);
  return (
    <>
      <Player
        label="第几条记录"
        at={at}
        last={last}
        onMove={go}
        day={day}
        first={dayOfInstant(path[0]!.at)}
        onDay={(chosen) => go(Math.max(0, knownBy(path, chosen)))}
        said={`第 ${nth(at)} 条（共 ${last + 1} 条）：${eventName(step.type)}，${moment(step.at)}`}
      >
        <strong>{eventName(step.type)}</strong>　{moment(step.at)} 由 <Person id={step.actor} /> 记录
        {step.occurredOn !== null && step.occurredOn !== day && `，所记之事发生于 ${longDay(step.occurredOn)}`}
      </Player>
      <Loaded query={now} what="当时的状态">
        {(state) => (
          <Moment
            changes={<StepChanges now={state} before={before.data ?? null} />}
            picture={state && <StatePicture version={state.procedure} path={path.slice(0, at + 1)} today={day} />}
            list={<EventList path={path} current={at} onChosen={go} />}
            fields={<Fields now={state} before={before.data ?? null} pending={now.isPlaceholderData} />}
          />
        )}
      </Loaded>
    </>
  );
}

/** Day by day, in the order of what happened: what was true, as far as is known today. */
export function ReplayTrue({ id, path }: { id: string; path: readonly Step[] }) {
  const [{ on }, setFilter] = useFilter(['on'], { on: isDay });
  const days = daysOf(path);
  const last = days.length - 1;
  const placeOf = (text: string | null | undefined): number => (isDay(text) ? Math.max(0, upTo(days, text)) : last);
  const at = placeOf(on);
  const go = (index: number): void => setFilter({ on: days[index] });
  useKeys((address) => placeOf(address.get('on')), last, go);
  const day = days[at]!;
  const now = useQuery({ ...trueQuery(id, day, path.length - 1), placeholderData: keepPreviousData });
  const before = useQuery({ ...trueQuery(id, days[at - 1], path.length - 1), placeholderData: keepPreviousData });
  const happened = path.filter((step) => dayOf(step) <= day);
  return (
    <>
      <Player
        label="第几日"
        at={at}
        last={last}
        onMove={go}
        day={day}
        first={days[0]!}
        onDay={(chosen) => setFilter({ on: chosen })}
        said={`${longDay(day)}：就今日所知当日实际的状态`}
      >
        <strong>{longDay(day)}</strong>　就今日所知，当日实际的状态：以事情发生之日为准，不论何时记录
      </Player>
      <Loaded query={now} what="当日的状态">
        {({ state, leftOut }) => (
          <>
            {leftOut.length > 0 && (
              <Alert
                type="info"
                showIcon
                title={`有 ${leftOut.length} 条记录所记之事当日已经发生，但须以其后的记录为前提，未计入：${leftOut
                  .map(({ revision, type }) => `第 ${nth(revision)} 条${eventName(type)}`)
                  .join('、')}`}
              />
            )}
            <Moment
              changes={<StepChanges now={state} before={before.data?.state ?? null} />}
              picture={
                state && <StatePicture version={state.procedure} path={happened} today={day} states={statesIn(state)} />
              }
              list={<EventList path={happened} current={undefined} onChosen={undefined} />}
              fields={<Fields now={state} before={before.data?.state ?? null} pending={now.isPlaceholderData} />}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function Moment(props: { changes: ReactNode; picture: ReactNode; list: ReactNode; fields: ReactNode }) {
  const { changes, picture, list, fields } = props;
  return (
    <>
      <section className="part" aria-label="程序图">
        {changes}
        {picture}
      </section>
      <div className="replay-columns">
        <section className="part" aria-labelledby="replay-events">
          <h2 id="replay-events">记录</h2>
          {list}
        </section>
        <section className="part" aria-labelledby="replay-fields">
          {fields}
        </section>
      </div>
    </>
  );
}

/**
 * ←, →, Home and End move, wherever the focus is, but where they mean something else already. They count from the address, which is ahead
 * of what is drawn while a key is held down: no press is lost.
 */
function useKeys(place: (address: URLSearchParams) => number, last: number, go: (at: number) => void): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { target } = event;
      if (
        target instanceof HTMLElement &&
        target.closest('input:not([type="range"]), textarea, select, [role="dialog"], [role="radiogroup"]')
      )
        return;
      const at = place(new URLSearchParams(window.location.search));
      const to = moveBy(event.key, at, last);
      if (to === undefined) return;
      event.preventDefault();
      if (to !== at) go(to);
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}
