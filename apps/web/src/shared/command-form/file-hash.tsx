import { DeleteOutlined, FileAddOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { sha256, toHex } from '@srd/kernel';
import { problemIn, problemOf, type Problem } from '../../api/problem';
import { bytes } from '../format';
import { ProblemAlert } from '../states';

/** Files that were chosen in this page, by their hash: a form that is opened again still says their names. */
const chosen = new Map<string, { readonly name: string; readonly size: number }>();

/**
 * Hands a file to the server, which keeps it until a command names its hash. @returns the SHA-256, computed here as well, in
 * JavaScript: over plain http a browser offers no digest of its own. @throws Problem where the server doesn't take the file
 */
async function handIn(file: File): Promise<string> {
  const content = await file.arrayBuffer();
  const hex = toHex(sha256(new Uint8Array(content)));
  let response: Response;
  try {
    response = await fetch(`/api/v1/attachments?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: content,
    });
  } catch (error) {
    throw problemOf(error);
  }
  if (!response.ok) throw await problemIn(response);
  const received = (await response.json()) as { readonly sha256: string };
  if (received.sha256 !== hex) throw problemOf(new TypeError('the file arrived changed'));
  chosen.set(hex, { name: file.name, size: file.size });
  return hex;
}

/** Name and size of a file that was chosen in this page. */
export function chosenFile(hash: string): { readonly name: string; readonly size: number } | undefined {
  return chosen.get(hash);
}

/** Picks one file; what the form holds is its hash. */
export function FileHash({ id, value, onChange }: { id?: string; value?: string; onChange?: (hash?: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const file = value === undefined ? undefined : chosen.get(value);
  if (value !== undefined)
    return (
      <span className="file">
        <span className="file-name">{file ? `${file.name}（${bytes(file.size)}）` : '已选文件'}</span>
        <code title={value}>SHA-256 {value.slice(0, 12)}…</code>
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label="移除文件"
          onClick={() => onChange?.(undefined)}
        />
      </span>
    );
  return (
    <>
      <Upload
        {...(id === undefined ? {} : { id })}
        showUploadList={false}
        beforeUpload={(picked) => {
          setBusy(true);
          setProblem(undefined);
          void handIn(picked)
            .then((hash) => onChange?.(hash))
            .catch((error: unknown) => setProblem(problemOf(error)))
            .finally(() => setBusy(false));
          return false;
        }}
      >
        <Button icon={<FileAddOutlined aria-hidden />} loading={busy}>
          {busy ? '正在上传' : '选择文件'}
        </Button>
      </Upload>
      {problem && <ProblemAlert problem={problem} />}
    </>
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
