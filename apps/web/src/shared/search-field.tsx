import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import Search from 'antd/es/input/Search';
import type { ComponentProps } from 'react';

const CLEAR = { clearIcon: <CloseCircleFilled aria-label="清除" /> };

/** A field to look for something by its words. Its buttons, which are icons alone, have Chinese names. */
export function SearchField(props: ComponentProps<typeof Search>) {
  return <Search allowClear={CLEAR} searchIcon={<SearchOutlined aria-label="查找" />} {...props} />;
}
