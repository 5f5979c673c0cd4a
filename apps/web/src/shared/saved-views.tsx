import { DeleteOutlined, LinkOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMessages } from './messages';
import { Opener } from './opener';

interface View {
  readonly name: string;
  /** `overdue=yes&lanes=section`. */
  readonly search: string;
}

function read(page: string): readonly View[] {
  try {
    return JSON.parse(localStorage.getItem(`srd.views.${page}`) ?? '[]') as View[];
  } catch {
    return [];
  }
}

/** 我的视图: what the page shows now under a name, on this device; and its link, which shows anybody the same. */
export function SavedViews({ name: page }: { name: string }) {
  const [search, setSearch] = useSearchParams();
  const [views, setViews] = useState(() => read(page));
  const [name, setName] = useState('');
  const message = useMessages();

  function keep(after: readonly View[]): void {
    localStorage.setItem(`srd.views.${page}`, JSON.stringify(after));
    setViews(after);
  }
  function save(): void {
    const called = name.trim();
    if (called === '') return;
    keep([...views.filter((view) => view.name !== called), { name: called, search: search.toString() }]);
    setName('');
    message.success(`已保存为“${called}”`);
  }

  const content = (
    <div className="saved-views">
      {views.length === 0 && <p className="quiet">还没有保存的视图。</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <Button type="link" onClick={() => setSearch(view.search)}>
              {view.name}
            </Button>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`删除视图“${view.name}”`}
              onClick={() => keep(views.filter((each) => each !== view))}
            />
          </li>
        ))}
      </ul>
      <Space.Compact>
        <Input
          aria-label="视图名称"
          placeholder="为当前筛选起名"
          maxLength={30}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={save}
        />
        <Button type="primary" onClick={save}>
          保存
        </Button>
      </Space.Compact>
    </div>
  );

  return (
    <>
      <Opener button={{ icon: <StarOutlined aria-hidden /> }} label="我的视图" title="我的视图">
        {content}
      </Opener>
      <CopyLink />
    </>
  );
}

function CopyLink() {
  const message = useMessages();
  const [modal, holder] = Modal.useModal();
  async function copy(): Promise<void> {
    const link = window.location.href;
    try {
      await navigator.clipboard.writeText(link);
      message.success('链接已复制，打开即为同样的筛选');
    } catch {
      // Over plain http a browser gives no access to the clipboard.
      modal.info({
        title: '请复制此链接',
        content: <Input readOnly value={link} onFocus={(event) => event.target.select()} />,
      });
    }
  }
  return (
    <>
      {holder}
      <Button icon={<LinkOutlined aria-hidden />} aria-label="复制链接" title="复制链接" onClick={() => void copy()} />
    </>
  );
}
