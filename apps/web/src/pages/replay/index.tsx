import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { useParams } from 'react-router';
import { useTitle } from '../../app/navigation';
import { BookContext, bookOf, emptyBook } from '../../shared/case-fields/book';
import { CaseReading } from '../../shared/case-reading';
import { caseQuery } from '../../shared/case-command';
import { LinkButton } from '../../shared/link-button';
import { useOrgans } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { Loaded, Loading, Nothing } from '../../shared/states';
import { useFilter } from '../../shared/use-filter';
import { pathQuery } from './data';
import { RawJson } from './raw-json';
import { ReplayKnown, ReplayTrue } from './playback';
import './replay.css';

/** Tables, judging and signatures come when they are asked for. */
const Compare = lazy(async () => ({ default: (await import('./compare')).Compare }));
const FieldHistoryDrawer = lazy(async () => ({ default: (await import('./field-history')).FieldHistoryDrawer }));
const Bundle = lazy(async () => ({ default: (await import('./bundle')).Bundle }));

const views = [
  { value: 'known', label: '逐条回放' },
  { value: 'true', label: '按事实日期' },
  { value: 'compare', label: '对比' },
  { value: 'json', label: 'JSON' },
  { value: 'bundle', label: '导出与核验' },
] as const;
type ViewName = (typeof views)[number]['value'];

/** A case as it was after each of its events: the chart, its fields, what changed and who changed it (R101, R104). Changes nothing. */
export default function ReplayPage() {
  const { id = '' } = useParams();
  return (
    <CaseReading id={id}>
      <Replay id={id} />
    </CaseReading>
  );
}

function Replay({ id }: { id: string }) {
  const [{ view = 'known', field }, setFilter] = useFilter(['view', 'field'], {
    view: views.map(({ value }) => value),
  });
  const path = useQuery(pathQuery(id));
  const { data } = useQuery(caseQuery(id));
  const organs = useOrgans();
  const book = useMemo(
    () => (data ? bookOf(data, organs.get(data.opened.organ)?.sections ?? []) : emptyBook),
    [data, organs],
  );
  const title = data?.object?.name ?? data?.opened.number ?? '案件';
  useTitle(`${title} - 回放`);
  const shown = view as ViewName;
  return (
    <BookContext value={book}>
      <PageHead
        title={`回放：${title}`}
        about="案件在每一条记录之后的样子，按其立案时的程序版本重放。本页只供查阅，地址即可分享。"
        actions={<LinkButton to={`/desk/cases/${encodeURIComponent(id)}`}>返回案件</LinkButton>}
      />
      <Segmented<ViewName>
        aria-label="查看方式"
        className="replay-views"
        options={[...views]}
        value={shown}
        onChange={(value) => setFilter({ view: value === 'known' ? undefined : value })}
      />
      <Loaded query={path} what="记录">
        {(steps) =>
          steps.length === 0 ? (
            <Nothing>本案还没有记录</Nothing>
          ) : (
            <>
              {shown === 'known' && <ReplayKnown id={id} path={steps} />}
              {shown === 'true' && <ReplayTrue id={id} path={steps} />}
              <Suspense fallback={<Loading />}>
                {shown === 'compare' && <Compare id={id} path={steps} />}
                {shown === 'bundle' && <Bundle id={id} />}
              </Suspense>
              {shown === 'json' && <RawJson id={id} last={steps.length - 1} />}
              {field !== undefined && (
                <Suspense>
                  <FieldHistoryDrawer
                    id={id}
                    field={field}
                    last={steps.length - 1}
                    onClose={() => setFilter({ field: undefined })}
                  />
                </Suspense>
              )}
            </>
          )
        }
      </Loaded>
    </BookContext>
  );
}
