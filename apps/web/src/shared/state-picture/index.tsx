import { useEffect, useMemo, useRef } from 'react';
import { publicProcedure, type CaseVersion, type ProcedureChart } from '@srd/domain/case';
import { longDay, shortDay } from '../format';
import { layout, type Box } from './layout';
import { staysIn, takenIn, type PathStep, type Stay } from './path';
import './state-picture.css';

export type { PathStep } from './path';

/**
 * Where a case stands in its procedure, drawn from the chart of the version that it runs on: the way it took, how long it was where, and
 * the same as a list. `states` stands in for the path's end where the case is shown as it was true on a day.
 */
export function StatePicture({ version, path, today, states }: StatePictureProps) {
  const chart = useMemo(() => publicProcedure().charts.find((one) => one.version === version), [version]);
  if (!chart) return <p>本页面不认识程序版本 {version}，无法画出程序图。</p>;
  return <Drawn chart={chart} path={path} today={today} current={states ?? path.at(-1)?.states ?? []} />;
}
interface StatePictureProps {
  version: CaseVersion;
  path: readonly PathStep[];
  /** The day up to which what lasts is counted. */
  today: string;
  states?: readonly string[];
}

interface DrawnProps {
  chart: ProcedureChart;
  path: readonly PathStep[];
  today: string;
  current: readonly string[];
}

function Drawn({ chart, path, today, current }: DrawnProps) {
  const picture = useMemo(() => layout(chart), [chart]);
  const taken = takenIn(path, chart.steps);
  const stays = staysIn(path, today);
  const scroll = useRef<HTMLElement>(null);
  const at = picture.boxes.findLast(({ group, state }) => !group && current.includes(state.name));
  const middle = at && at.x + at.width / 2;
  // What matters now stands in the middle where the picture is wider than the page.
  useEffect(() => {
    const frame = scroll.current;
    if (frame && middle !== undefined)
      frame.scrollLeft = middle * (frame.scrollWidth / picture.width) - frame.clientWidth / 2;
  }, [middle, picture.width]);
  const named = (name: string): string => chart.states.find((state) => state.name === name)?.label ?? name;
  const ends = current.filter((name) => !current.some((other) => other.startsWith(`${name}.`)));
  const said = `${chart.label}。现处：${ends.map(named).join('、') || '尚未立案'}。可左右滚动；走过的环节另有文字列表`;
  return (
    <div className="state-picture">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard */}
      <section className="state-picture-frame" ref={scroll} tabIndex={0} aria-label={said}>
        <svg
          aria-hidden
          width={picture.width}
          height={picture.height}
          viewBox={`0 0 ${picture.width} ${picture.height}`}
        >
          <defs>
            {['', '-taken'].map((kind) => (
              <marker
                key={kind}
                id={`arrow${kind}`}
                className={`arrow-head${kind}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0L8 4L0 8z" />
              </marker>
            ))}
          </defs>
          {picture.boxes.map((box) => (
            <StateBox key={box.state.name} box={box} stays={stays} current={current} today={today} />
          ))}
          {picture.arrows
            .map((arrow) => ({ ...arrow, went: taken.has(`${arrow.from} ${arrow.to}`) }))
            .toSorted((a, b) => Number(a.went) - Number(b.went))
            .map(({ from, to, labels, line, went }) => (
              <path
                key={`${from} ${to}`}
                className={went ? 'arrow taken' : 'arrow'}
                d={line}
                markerEnd={`url(#arrow${went ? '-taken' : ''})`}
              >
                <title>{`${named(from)} → ${named(to)}：${labels.join('、')}`}</title>
              </path>
            ))}
        </svg>
      </section>
      <details className="state-list">
        <summary>走过的环节（文字）</summary>
        <ol>
          {stays
            .filter(({ state }) => !chart.states.some(({ name }) => name.startsWith(`${state}.`)))
            .map((stay) => (
              <li key={`${stay.state} ${stay.from} ${stay.until}`}>
                <strong>{pathNames(stay.state).map(named).join(' › ')}</strong>
                <span>
                  {longDay(stay.from)}
                  {stay.until === null ? '起，至今' : ` 至 ${longDay(stay.until)}`}
                  {`，${stay.days === 0 ? '当日' : `${stay.days} 天`}`}
                </span>
                <span className="quiet">依据：{chart.states.find(({ name }) => name === stay.state)?.basis}</span>
              </li>
            ))}
        </ol>
        <p className="quiet">{chart.label}</p>
      </details>
    </div>
  );
}

/** `approved.text.standing` → that and the states around it, the outermost first. */
function pathNames(name: string): readonly string[] {
  const parts = name.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}

function StateBox(props: { box: Box; stays: readonly Stay[]; current: readonly string[]; today: string }) {
  const { box, stays, current, today } = props;
  const { state, x, y, width, height, group } = box;
  const own = stays.filter((stay) => stay.state === state.name);
  const now = current.includes(state.name);
  const kind = now ? 'now' : own.length > 0 ? 'been' : 'ahead';
  const last = own.at(-1);
  const days = own.reduce((sum, stay) => sum + stay.days, 0);
  const said =
    last === undefined
      ? ''
      : now && last.until === null
        ? `${shortDay(last.from, today)}起`
        : `${days === 0 ? '当日' : `${days} 天`}${own.length > 1 ? `（${own.length} 次）` : ''}`;
  return (
    <g className={`state-box ${group ? 'group' : 'leaf'} ${kind}`}>
      <rect x={x} y={y} width={width} height={height} rx={group ? 10 : 8} />
      <text
        className={state.label.length > 7 ? 'long' : ''}
        x={group ? x + 12 : x + width / 2}
        y={group ? y + 17 : y + (said === '' ? 26 : 19)}
      >
        {now && !group ? '● ' : ''}
        {state.label}
      </text>
      {!group && said !== '' && (
        <text className="stay" x={x + width / 2} y={y + 35}>
          {said}
        </text>
      )}
      <title>{`${state.label}（${state.basis}）${said === '' ? '' : `：${said}`}`}</title>
    </g>
  );
}
