import { queryOptions } from '@tanstack/react-query';
import { Alert, Descriptions, Tag } from 'antd';
import { publicFieldLabels } from '@srd/domain/case';
import { api, dataOf, type Schemas } from '../api/client';
import { longDay } from './format';

export type PublicationOfCase = Schemas['PublicationOfCase'];

/** The publications of a case as they stand at a revision of it. */
export const publicationsQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['case', id, 'publications', revision],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{id}/publications', { params: { path: { id } } })),
  });

/** What looks doubtful in a text that is about to go out: a number, a name. */
export function Doubts({ one }: { one: PublicationOfCase }) {
  if (one.doubts.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title="公示前请核对"
      description={one.doubts.map(({ field, found }) => (
        <div key={field}>
          {publicFieldLabels.find(([name]) => name === field)?.[1] ?? '说明'}：{found.join('、')}
        </div>
      ))}
    />
  );
}

/** What goes or went out; beside what it takes the place of, where it is a correction. */
export function PublicFields(props: {
  one: PublicationOfCase;
  replaced?: PublicationOfCase | undefined;
  title?: string | undefined;
}) {
  const { one, replaced, title } = props;
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      title={title}
      items={publicFieldLabels.map(([name, label]) => {
        const shown = (text: string): string =>
          name === 'inspectedOn' ? text.split('至').map(longDay).join('至') : text;
        const old = replaced?.content[name];
        const changed = old !== undefined && old !== one.content[name];
        return {
          key: name,
          label,
          children: changed ? (
            <>
              <div>
                <Tag color="blue">更正后</Tag>
                <ins>{shown(one.content[name])}</ins>
              </div>
              <div>
                <Tag>更正前</Tag>
                <del>{shown(old)}</del>
              </div>
            </>
          ) : (
            shown(one.content[name])
          ),
        };
      })}
    />
  );
}
