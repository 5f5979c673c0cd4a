import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { voidCodes } from '@srd/domain/selection';
import { api, dataOf, type Schemas } from '../../api/client';
import { useTasks } from '../../shared/draws';
import { moment } from '../../shared/format';
import { useOrgans } from '../../shared/organs';
import { Loaded, Nothing } from '../../shared/states';
import { headed } from '../../shared/table/columns';

type DrawCard = Schemas['DrawCard'];

/** Every draw's page, until the last. */
async function loadVoided(): Promise<readonly DrawCard[]> {
  const found: DrawCard[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 200, ...(cursor === null ? {} : { cursor }) };
    const page: { items: DrawCard[]; next: string | null } = await dataOf(
      api.GET('/api/v1/draws', { params: { query } }),
    );
    found.push(...page.items.filter(({ phase }) => phase === 'voided' || phase === 'lost'));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

/** Attempts that came to nothing, with the reason that was given: they stay in sight for ever. */
export function VoidedDraws() {
  const organs = useOrgans();
  const tasks = useTasks();
  const draws = useQuery({ queryKey: ['voided-draws'], queryFn: loadVoided });
  return (
    <section aria-labelledby="voided-draws" className="wide cards-on-phones">
      <h2 id="voided-draws">作废的抽取</h2>
      <Loaded query={draws} what="抽取">
        {(items) => (
          <Table<DrawCard>
            size="small"
            scroll={{ x: 'max-content' }}
            rowKey={({ draw }) => draw}
            dataSource={items as DrawCard[]}
            pagination={items.length > 20 ? { pageSize: 20 } : false}
            locale={{ emptyText: <Nothing>没有作废的抽取</Nothing> }}
            columns={headed<DrawCard>([
              {
                title: '抽取',
                render: (_, { draw, series }) => {
                  const of = tasks.get(series.split(':')[0] ?? '');
                  return (
                    <a href={`/public/draws/${encodeURIComponent(draw)}`}>{of ? `${of.year}年${of.task}` : draw}</a>
                  );
                },
              },
              { title: '机关', render: (_, { organ }) => organs.get(organ)?.name ?? organ },
              { title: '种类', render: (_, { kind }) => (kind === 'objects' ? '检查对象' : '检查人员') },
              { title: '次', render: (_, { attempt }) => `第 ${attempt} 次` },
              { title: '冻结', render: (_, { frozenAt }) => moment(frozenAt) },
              { title: '结束', render: (_, { endedAt }) => (endedAt === null ? '—' : moment(endedAt)) },
              {
                title: '理由',
                render: (_, { phase, voided }) =>
                  (voided === null ? undefined : ((voidCodes as Readonly<Record<string, string>>)[voided] ?? voided)) ??
                  (phase === 'lost' ? '密值遗失' : '—'),
              },
            ])}
          />
        )}
      </Loaded>
    </section>
  );
}
