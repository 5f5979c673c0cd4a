import { DownloadOutlined } from '@ant-design/icons';
import { Button, Space, Table } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { deadlineLabels, stageLabels } from '@srd/domain/case';
import { dayOfInstant, daysFrom, shortDay } from '../../shared/format';
import { sectorLabels } from '../../shared/labels';
import { sectionName, type Organ } from '../../shared/organs';
import { Person, useNames } from '../../shared/person';
import { csvOf, download, useColumns, type ListColumn } from '../../shared/table';
import { useUntilDue } from '../../shared/use-until-due';
import { inOrder, isOverdue, nextDue, yearOf, type Card } from './cards';

/** Of a column that doesn't say. */
const WIDTH = 120;
/** On a phone name and number stand side by side. */
const NARROW = window.matchMedia('(max-width: 600px)').matches;

/** The same cards as a table: columns to choose, and all of it as a file. */
export function CardTable({
  cards,
  organs,
  today,
}: {
  cards: readonly Card[];
  organs: ReadonlyMap<string, Organ>;
  today: string;
}) {
  const rows = useMemo(() => cards.toSorted(inOrder), [cards]);
  const names = useNames(useMemo(() => cards.flatMap(({ team }) => team), [cards]));
  const columns = columnsOf(organs, today, names, useUntilDue());
  const { shown, settings } = useColumns('board', columns);
  const width = shown.reduce((sum, { width: wide = WIDTH }) => sum + wide, 0);
  return (
    <>
      <Space className="toolbar">
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => download('案件.csv', csvOf(columns, rows))}>
          导出 CSV
        </Button>
        {settings}
      </Space>
      {/* Scrolled sideways by the browser, which the keyboard can; a virtual table would do it by the mouse alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard */}
      <section className="wide-table" aria-label="案件表，可左右滚动" tabIndex={0}>
        <Table<Card>
          virtual
          size="middle"
          style={{ minWidth: width }}
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: width, y: 620 }}
          rowClassName={(card) => (isOverdue(card, today) ? 'row-late' : '')}
          columns={shown.map(({ key, title, show, width: wide = WIDTH }) => ({
            key,
            title,
            width: wide,
            ellipsis: true,
            render: (_: unknown, card: Card) => show(card),
          }))}
        />
      </section>
    </>
  );
}

function columnsOf(
  organs: ReadonlyMap<string, Organ>,
  today: string,
  names: ReadonlyMap<string, string> | undefined,
  untilDue: ReturnType<typeof useUntilDue>,
): readonly ListColumn<Card>[] {
  const stood = (card: Card): number => daysFrom(dayOfInstant(card.stageSince), today);
  const plain = (
    key: string,
    title: string,
    text: (card: Card) => string | number | null,
    more = {},
  ): ListColumn<Card> => ({
    key,
    title,
    show: (card) => text(card) ?? '—',
    text,
    ...more,
  });
  return [
    {
      key: 'name',
      title: '机构',
      fixed: true,
      width: NARROW ? 150 : 220,
      show: ({ id, name }) => <Link to={`/desk/cases/${encodeURIComponent(id)}`}>{name ?? '（尚未抽取）'}</Link>,
      text: ({ name }) => name,
    },
    plain('number', '案号', ({ number }) => number, { width: NARROW ? 210 : 280 }),
    plain('stage', '环节', ({ stage }) => stageLabels[stage], { width: 100 }),
    {
      key: 'due',
      title: '下一期限',
      width: 310,
      show: (card) => {
        const due = nextDue(card);
        // How long it is till then comes first: it stays where the column is narrow.
        return due ? `${untilDue(due)} · ${shortDay(due.on, today)} ${deadlineLabels[due.kind]}` : '—';
      },
      text: (card) => nextDue(card)?.on ?? null,
    },
    plain('rule', '期限依据', (card) => nextDue(card)?.basis ?? null, { optional: true, width: 180 }),
    { ...plain('stood', '已停留', stood, { width: 90 }), show: (card: Card) => `${stood(card)} 天` },
    {
      key: 'team',
      title: '检查组',
      width: 200,
      show: ({ team }) =>
        team.length === 0
          ? '—'
          : team.map((id, at) => (
              <span key={id}>
                {at > 0 && '、'}
                <Person id={id} />
              </span>
            )),
      text: ({ team }) => team.map((id) => names?.get(id) ?? id).join('、'),
    },
    plain('organ', '机关', ({ organ }) => organs.get(organ)?.name ?? organ, { width: 160 }),
    plain('section', '科室', ({ organ, section }) => sectionName(organs, organ, section), { width: 180 }),
    plain('sector', '行业', ({ sector }) => sectorLabels[sector], { optional: true, width: 140 }),
    plain('year', '年度', (card) => Number(yearOf(card)) || null, { optional: true, width: 80 }),
    plain('purpose', '类别', ({ purpose }) => (purpose === 'random' ? '随机抽查' : '不受随机限制'), { optional: true }),
    plain('visited', '最近检查', ({ lastVisitOn }) => lastVisitOn, { optional: true }),
  ];
}
