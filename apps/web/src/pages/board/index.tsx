import { AppstoreOutlined, TableOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { api, dataOf } from '../../api/client';
import { holds, useMe, useToday } from '../../app/session';
import { useLive, type Line, type Told } from '../../shared/live';
import { sectionsIn, useOrgans } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { SavedViews } from '../../shared/saved-views';
import { Loaded, Loading, Nothing } from '../../shared/states';
import { Updates } from '../../shared/updates';
import { oneOf, useFilter } from '../../shared/use-filter';
import { Lanes } from './lanes';
import { isShown, known, type Card, type Lanes as Laned } from './cards';
import { QueryArea } from './query-area';
import './board.css';

interface Board {
  readonly cards: ReadonlyMap<string, Card>;
  readonly position: number | undefined;
}

/** Come when they are asked for: tables and forms are most of the code. */
const CardTable = lazy(async () => ({ default: (await import('./card-table')).CardTable }));
const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog')).MoveDialog }));

const KEY = ['board'] as const;
/** What the address holds: the filter, and how it is shown. */
const NAMES = ['q', 'organ', 'section', 'sector', 'year', 'stage', 'purpose', 'overdue', 'due', 'lanes', 'as'] as const;

/** Who gives commands to cases: others look at the board and move nothing. */
const MOVERS = [
  'section-officer',
  'section-head',
  'leader',
  'supervision-officer',
  'inspector',
  'rectification-officer',
];

async function load(): Promise<Board> {
  const { cards, position } = await dataOf(api.GET('/api/v1/board'));
  return { cards: new Map(cards.map((card) => [card.id, card])), position: position ?? 0 };
}

export default function BoardPage() {
  const board = useQuery({ queryKey: KEY, queryFn: load, staleTime: Infinity });
  return (
    <>
      <PageHead
        title="案件看板"
        about="一列一个环节，卡片按期限先后排列。移动卡片就是办理那一步。"
        actions={<ViewAs />}
      />
      <Loaded query={board} what="看板">
        {(data) => <OpenBoard board={data} />}
      </Loaded>
    </>
  );
}

/** Saved views, the link, and whether cards stand on a board or in a table. */
function ViewAs() {
  const [{ as }, setFilter] = useFilter(['as'], known);
  return (
    <div className="view-as">
      <SavedViews name="board" />
      <Segmented
        aria-label="显示方式"
        value={as ?? 'board'}
        options={[
          { value: 'board', label: '看板', icon: <AppstoreOutlined aria-hidden /> },
          { value: 'table', label: '表格', icon: <TableOutlined aria-hidden /> },
        ]}
        onChange={(value) => setFilter({ as: value === 'table' ? 'table' : undefined })}
      />
    </div>
  );
}

function OpenBoard({ board }: { board: Board }) {
  const queries = useQueryClient();
  const me = useMe();
  const today = useToday();
  const organs = useOrgans();
  const [filter, setFilter] = useFilter(NAMES, { ...known, organ: oneOf(organs), section: oneOf(sectionsIn(organs)) });
  const [updated, setUpdated] = useState<ReadonlySet<string>>(new Set());
  const [line, setLine] = useState<Line>('waiting');
  const [moving, setMoving] = useState<{ card: Card; to?: Card['stage'] }>();
  const [start] = useState(board.position);

  const told = useCallback(
    ({ card, position }: Told) => {
      if (!card) return;
      const fresh: Card = { ...card, id: card.case };
      queries.setQueryData<Board>(
        KEY,
        (before) => before && { cards: new Map(before.cards).set(fresh.id, fresh), position },
      );
      setUpdated((before) => new Set(before).add(fresh.id));
    },
    [queries],
  );
  const reset = useCallback(() => void queries.invalidateQueries({ queryKey: KEY }), [queries]);
  useLive(start, { told, reset, line: setLine });

  const all = useMemo(() => [...board.cards.values()], [board.cards]);
  const shown = useMemo(() => all.filter((card) => isShown(card, filter, today)), [all, filter, today]);
  const movable = holds(me, MOVERS);
  const changed = [...updated].flatMap((id) => board.cards.get(id) ?? []);

  return (
    <>
      <QueryArea all={all} shown={shown} filter={filter} setFilter={setFilter} organs={organs} />
      <Updates changed={changed} line={line} onSeen={() => setUpdated(new Set())} />
      {shown.length === 0 ? (
        <Nothing>
          {all.length === 0 ? '还没有案件。任务分配后，案件会出现在这里。' : '没有符合条件的案件，请放宽筛选。'}
        </Nothing>
      ) : filter.as === 'table' ? (
        <Suspense fallback={<Loading />}>
          <CardTable cards={shown} organs={organs} today={today} />
        </Suspense>
      ) : (
        <Lanes
          cards={shown}
          lanes={(filter.lanes ?? 'none') as Laned}
          organs={organs}
          today={today}
          movable={movable}
          updated={updated}
          roles={me.roles.map(({ role }) => role)}
          onMove={(card, to) => setMoving({ card, ...(to && { to }) })}
        />
      )}
      {moving && (
        <Suspense fallback={null}>
          <MoveDialog
            key={`${moving.card.id}:${moving.to ?? ''}`}
            card={board.cards.get(moving.card.id) ?? moving.card}
            to={moving.to}
            roles={me.roles.map(({ role }) => role)}
            onClose={() => setMoving(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
