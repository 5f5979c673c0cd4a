import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Lane, Line } from '../../shared/follow-up';
import { count } from '../../shared/format';
import type { ListColumn } from '../../shared/table/columns';

const PAGE = 50;

/** One lane of the ledger: a plain table that the keyboard and screen readers know; on a phone each row is a card. */
export function LaneTable(props: {
  lane: Lane;
  title: string;
  columns: readonly ListColumn<Line>[];
  lines: readonly Line[];
  /** Cases that others changed while one looked on. */
  updated: ReadonlySet<string>;
}) {
  const { lane, title, columns, lines, updated } = props;
  const [asked, setAsked] = useState(0);
  const pages = Math.ceil(lines.length / PAGE);
  const page = Math.min(asked, pages - 1);
  const shown = lines.slice(page * PAGE, (page + 1) * PAGE);
  return (
    <section className={`lane lane-${lane}`} aria-labelledby={`lane-${lane}`}>
      <h2 id={`lane-${lane}`}>
        {title} <span>{count(lines.length)} 项</span>
      </h2>
      <table className="ledger stacked">
        <thead>
          <tr>
            {columns.map(({ key, title: head }) => (
              <th key={key} scope="col" className={`ledger-${key}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr
              key={`${line.case} ${line.disposition}`}
              data-case={line.case}
              className={updated.has(line.case) ? 'line-updated' : undefined}
            >
              {columns.map(({ key, title: head, show }, at) =>
                at === 0 ? (
                  <th key={key} scope="row">
                    {show(line)}
                  </th>
                ) : (
                  <td key={key} data-head={head}>
                    <div>{show(line)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <nav className="pager" aria-label={`翻页：${title}`}>
          <Button icon={<LeftOutlined aria-hidden />} disabled={page === 0} onClick={() => setAsked(page - 1)}>
            上一页
          </Button>
          <span aria-live="polite">
            第 {page + 1} / {pages} 页
          </span>
          <Button disabled={page === pages - 1} onClick={() => setAsked(page + 1)}>
            下一页 <RightOutlined aria-hidden />
          </Button>
        </nav>
      )}
    </section>
  );
}
