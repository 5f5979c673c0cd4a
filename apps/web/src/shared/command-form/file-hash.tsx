import { DeleteOutlined, FileAddOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { sha256, toHex } from '@srd/kernel';
import { bytes } from '../format';

/** Files that were chosen in this page, by their hash: a form that is opened again still says their names. */
const chosen = new Map<string, { readonly name: string; readonly size: number }>();

/** The SHA-256 of a file's bytes in lower-case hex. In JavaScript: over plain http a browser offers no digest of its own. */
export async function hashOfFile(file: File): Promise<string> {
  const hex = toHex(sha256(new Uint8Array(await file.arrayBuffer())));
  chosen.set(hex, { name: file.name, size: file.size });
  return hex;
}

/** Picks one file; what the form holds is its hash. */
export function FileHash({ id, value, onChange }: { id?: string; value?: string; onChange?: (hash?: string) => void }) {
  const [busy, setBusy] = useState(false);
  const file = value === undefined ? undefined : chosen.get(value);
  if (value !== undefined)
    return (
      <span className="file">
        <span className="file-name">{file ? `${file.name}（${bytes(file.size)}）` : '已选文件'}</span>
        <code title={value}>SHA-256 {value.slice(0, 12)}…</code>
        <Button type="text" icon={<DeleteOutlined />} aria-label="移除文件" onClick={() => onChange?.(undefined)} />
      </span>
    );
  return (
    <Upload
      {...(id === undefined ? {} : { id })}
      showUploadList={false}
      beforeUpload={(picked) => {
        setBusy(true);
        void hashOfFile(picked)
          .then((hash) => onChange?.(hash))
          .finally(() => setBusy(false));
        return false;
      }}
    >
      <Button icon={<FileAddOutlined />} loading={busy}>
        选择文件
      </Button>
    </Upload>
  );
}

/** Picks several files. */
export function FileHashes({ value = [], onChange }: { value?: string[]; onChange?: (hashes: string[]) => void }) {
  return (
    <div className="files">
      {value.map((hash) => (
        <FileHash key={hash} value={hash} onChange={() => onChange?.(value.filter((each) => each !== hash))} />
      ))}
      <FileHash onChange={(hash) => hash !== undefined && !value.includes(hash) && onChange?.([...value, hash])} />
    </div>
  );
}
