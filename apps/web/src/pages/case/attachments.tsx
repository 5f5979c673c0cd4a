import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { nth } from '@srd/kernel';
import { api, dataOf } from '../../api/client';
import { bytes, moment } from '../../shared/format';
import { Person } from '../../shared/person';
import { Loaded, Nothing } from '../../shared/states';

/** Files that the case's events name, each with its hash: what is saved can be compared with what was recorded. */
export function Attachments({ id, revision }: { id: string; revision: number }) {
  const files = useQuery({
    queryKey: ['case', id, 'attachments', revision],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{id}/attachments', { params: { path: { id } } })),
  });
  return (
    <Loaded query={files} what="附件">
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>没有附件</Nothing>
        ) : (
          <ul className="rows">
            {items.map(({ sha256, name, size, kept, by, at, revision: named }) => (
              <li key={sha256}>
                <div className="row-main">
                  {kept ? (
                    <a href={`/api/v1/cases/${encodeURIComponent(id)}/attachments/${sha256}`} download={name}>
                      {name}
                    </a>
                  ) : (
                    <>
                      <span>{name}</span>
                      <Tag>原件另存，本系统只存指纹</Tag>
                    </>
                  )}
                  {size !== undefined && <span className="quiet">{bytes(size)}</span>}
                </div>
                <div className="quiet">
                  <Person id={by} /> {moment(at)} 入卷（第 {nth(named)} 版）
                </div>
                <code className="hash">SHA-256 {sha256}</code>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
