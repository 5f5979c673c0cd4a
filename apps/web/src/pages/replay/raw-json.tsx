import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { nth, sha256, toHex } from '@srd/kernel';
import { problemIn, problemOf } from '../../api/problem';
import { purposeHeaders } from '../../api/purpose';
import { bytes, grouped } from '../../shared/format';
import { save } from '../../shared/save';
import { Loaded } from '../../shared/states';
import { useFilter, whole } from '../../shared/use-filter';

const MOST_AT_ONCE = 200;

/** The interface's own answer, byte for byte. @throws Problem */
async function answerOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, { headers: purposeHeaders(url) });
    if (!response.ok) throw await problemIn(response);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw problemOf(error);
  }
}

/** What the interface answers, as it answers it: shown, saved and hashed from the same bytes. */
export function RawJson({ id, last }: { id: string; last: number }) {
  const pages = Math.ceil((last + 1) / MOST_AT_ONCE);
  const [{ of = 'events', r, page }, setFilter] = useFilter(['of', 'r', 'page'], {
    of: ['events', 'state'],
    r: whole(0, last),
    page: whole(1, pages),
  });
  const base = `/api/v1/cases/${encodeURIComponent(id)}`;
  const revision = Number(r ?? last);
  const at = Number(page ?? 1);
  const events =
    pages === 1 ? `${base}/events?limit=200` : `${base}/events?cursor=${(at - 1) * MOST_AT_ONCE}&limit=200`;
  const url = of === 'state' ? `${base}/at/${revision}` : events;
  const answer = useQuery({ queryKey: ['replay', 'raw', url], queryFn: () => answerOf(url) });
  return (
    <section className="part" aria-labelledby="replay-json">
      <div className="part-head">
        <h2 id="replay-json">接口原文</h2>
        <Segmented
          aria-label="内容"
          options={[
            { value: 'events', label: '全部记录' },
            { value: 'state', label: `第 ${nth(revision)} 条之后的状态` },
          ]}
          value={of === 'state' ? 'state' : 'events'}
          onChange={(value) => setFilter({ of: value === 'events' ? undefined : value })}
        />
      </div>
      <p className="quiet">
        与 <code>GET {url}</code> 的答复逐字节相同。
        {of !== 'state' && pages > 1 && (
          <>
            {' '}
            第 {at} / {pages} 页
            <Button size="small" disabled={at === 1} onClick={() => setFilter({ page: String(at - 1) })}>
              上一页
            </Button>
            <Button size="small" disabled={at === pages} onClick={() => setFilter({ page: String(at + 1) })}>
              下一页
            </Button>
          </>
        )}
      </p>
      <Loaded query={answer} what="原文">
        {(raw) => (
          <>
            <p className="replay-choices">
              <Button onClick={() => save(raw, `${id}${of === 'state' ? `-${revision}` : '-events'}.json`)}>
                下载（{bytes(raw.length)}）
              </Button>
              <span className="quiet">
                SHA-256 <code>{grouped(toHex(sha256(raw)))}</code>
              </span>
            </p>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard */}
            <pre className="raw-json" tabIndex={0} aria-label="原文">
              {new TextDecoder().decode(raw)}
            </pre>
          </>
        )}
      </Loaded>
    </section>
  );
}
