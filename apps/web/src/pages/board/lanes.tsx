import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { stageCodes } from '@srd/domain/case';
import { allowedCommands, caseQuery } from '../../shared/case-command/detail';
import { count } from '../../shared/format';
import { sectionName, type Organ } from '../../shared/organs';
import { byStage, lanesOf, type Card, type Lanes as Laned, type Stage } from './cards';
import { Column, type Drop } from './column';
import { movesOf, wayTo, type Moves } from './moves';

export interface LanesProps {
  readonly cards: readonly Card[];
  readonly lanes: Laned;
  readonly organs: ReadonlyMap<string, Organ>;
  readonly today: string;
  readonly movable: boolean;
  readonly updated: ReadonlySet<string>;
  readonly roles: readonly string[];
  readonly onMove: (card: Card, to?: Stage) => void;
}

/** The board: a column for each stage, cut into lanes where asked. Columns without cards are folded. */
export function Lanes({ cards, lanes, organs, today, movable, updated, roles, onMove }: LanesProps) {
  const queries = useQueryClient();
  const [held, setHeld] = useState<{ card: Card; moves?: Moves }>();
  const [unfolded, setUnfolded] = useState<ReadonlySet<Stage>>(new Set());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const totals = useMemo(() => new Map([...byStage(cards)].map(([stage, each]) => [stage, each.length])), [cards]);
  const parts = useMemo(
    () => lanesOf(cards, lanes).map((lane) => ({ ...lane, columns: byStage(lane.cards) })),
    [cards, lanes],
  );

  const grab = useCallback(
    (card: Card | undefined) => {
      setHeld(card && { card });
      if (!card) return;
      // What the procedure allows of it is asked when it is taken up, so that columns can say why not.
      void queries.query(caseQuery(card.id)).then((detail) => {
        const moves = movesOf(allowedCommands(detail), roles);
        setHeld((now) => (now?.card.id === card.id ? { card: now.card, moves } : now));
      });
    },
    [queries, roles],
  );

  function dropOn(stage: Stage): Drop {
    if (!held || stage === held.card.stage) return undefined;
    if (!held.moves) return { allowed: false, why: '正在查询程序…' };
    const way = wayTo(held.moves, held.card.stage, stage);
    return 'why' in way ? { allowed: false, why: way.why } : { allowed: true };
  }

  const menu = useCallback((card: Card) => onMove(card), [onMove]);
  return (
    <div className={`board${lanes === 'none' ? ' one-lane' : ''}`}>
      {parts.map(({ key, cards: laned, columns }) => (
        <section key={key} className="lane" aria-label={lanes === 'none' ? '看板' : laneName(key, lanes, organs)}>
          {lanes !== 'none' && (
            <button
              type="button"
              className="lane-head"
              aria-expanded={!closed.has(key)}
              onClick={() => setClosed((before) => toggled(before, key))}
            >
              {closed.has(key) ? <CaretRightOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
              {laneName(key, lanes, organs)}
              <span className="count">{count(laned.length)}</span>
            </button>
          )}
          {!closed.has(key) && (
            <div className="columns">
              {stageCodes.map((stage) => (
                <Column
                  key={stage}
                  stage={stage}
                  cards={columns.get(stage) ?? []}
                  total={totals.get(stage) ?? 0}
                  folded={(totals.get(stage) ?? 0) === 0 && !unfolded.has(stage)}
                  today={today}
                  movable={movable}
                  updated={updated}
                  drop={dropOn(stage)}
                  onMenu={menu}
                  onGrab={grab}
                  onFold={(which) => setUnfolded((before) => toggled(before, which))}
                  onDrop={(to) => held && onMove(held.card, to)}
                />
              ))}
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

function toggled<T>(set: ReadonlySet<T>, each: T): ReadonlySet<T> {
  const after = new Set(set);
  if (!after.delete(each)) after.add(each);
  return after;
}

function laneName(key: string, lanes: Laned, organs: ReadonlyMap<string, Organ>): string {
  const [organ = '', section = ''] = key.split('/');
  const name = organs.get(organ)?.name ?? organ;
  return lanes === 'organ' ? name : `${name} · ${sectionName(organs, organ, section)}`;
}
