import { keysIn, consistencyIn } from '@srd/verifier';
import { byId, h } from './dom';
import type { Answer, Asked } from './messages';
import { resultOf } from './result';

/** Keys that were built into this copy of the page; none in the one that everybody gets. */
const pinned = (): readonly string[] => JSON.parse(byId('pinned-keys').textContent ?? '[]') as string[];

/** What the reader gave beside the file; a field left empty isn't given. */
function given(file: File): Asked {
  const [keys, checkpoint, consistency] = ['keys', 'checkpoint', 'consistency'].map(
    (id) => byId<HTMLTextAreaElement>(id).value,
  ) as [string, string, string];
  return {
    file,
    keys: [...pinned(), ...keysIn(keys)],
    ...(checkpoint.trim() === '' ? {} : { checkpoint: asNote(checkpoint) }),
    ...(consistency.trim() === '' ? {} : { consistency: consistencyIn(consistency) }),
  };
}

/** A note ends with a newline, which is easily lost where text is pasted. */
const asNote = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

class Verifying {
  private worker: Worker | undefined;
  private file: File | undefined;
  private readonly program = URL.createObjectURL(
    new Blob([byId('program').textContent ?? ''], { type: 'text/javascript' }),
  );

  begin(file: File | undefined = this.file): void {
    if (!file) return;
    this.file = file;
    this.end();
    byId('result').hidden = true;
    byId('progress').hidden = false;
    byId<HTMLProgressElement>('bar').removeAttribute('value');
    this.say(`正在核验 ${file.name}……`);
    this.worker = new Worker(this.program);
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => this.heard(file, data);
    this.worker.onerror = () => this.failed('核验程序意外中止，可能是内存不足');
    this.worker.postMessage(given(file));
  }

  stop(): void {
    this.end();
    this.say('已停止');
  }

  private heard(file: File, answer: Answer): void {
    if (answer.is === 'unreadable') return this.failed('读不出文本：不是 UTF-8 的文本文件，或对本浏览器过大');
    if (answer.is === 'progress') {
      byId<HTMLProgressElement>('bar').value = (100 * answer.proven) / Math.max(1, answer.of);
      return this.say(`正在核验 ${file.name}：已核 ${answer.proven} / ${answer.of} 条`);
    }
    this.end();
    this.say(`核验完毕：${file.name}`);
    const result = byId('result');
    result.replaceChildren(...resultOf(file.name, answer.result));
    this.present(result);
    return undefined;
  }

  private failed(why: string): void {
    this.end();
    this.say('');
    const result = byId('result');
    const verdict = { class: 'verdict cannot-judge', tabindex: '-1', 'data-code': 'UNREADABLE', 'data-exit': '2' };
    result.replaceChildren(h('div', verdict, h('h2', {}, '无法判断'), h('p', { id: 'finding' }, why)));
    this.present(result);
  }

  /** Shows the answer and puts the reader before it, a screen reader's too. */
  private present(result: HTMLElement): void {
    result.hidden = false;
    result.querySelector<HTMLElement>('.verdict')?.focus();
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = undefined;
    byId('progress').hidden = true;
  }

  private say(text: string): void {
    byId('status').textContent = text;
  }
}

function takeDrops(verifying: Verifying): void {
  const drop = byId('drop');
  // Anywhere on the page: a file that misses the frame would otherwise be opened in the page's place.
  addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  addEventListener('dragleave', () => drop.classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    verifying.begin(event.dataTransfer?.files[0]);
  });
}

/** A field that can be filled from a file too. */
function takeFile(id: string, changed: () => void): void {
  const input = byId<HTMLInputElement>(`${id}-file`);
  const field = byId<HTMLTextAreaElement>(id);
  field.addEventListener('change', changed);
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (!file) return;
    void file.text().then((text) => {
      field.value = text;
      input.value = '';
      changed();
    });
  });
}

/** Puts the page to work. */
export function showPage(): void {
  const keys = pinned();
  if (keys.length > 0) {
    const list = h(
      'ul',
      { class: 'plain' },
      keys.map((key) => h('li', {}, h('span', { class: 'mono' }, key))),
    );
    byId('pinned').append(h('p', { class: 'note' }, '本页已内置以下公钥，另可在下面补充：'), list);
    byId('pinned').hidden = false;
  }
  const verifying = new Verifying();
  const file = byId<HTMLInputElement>('file');
  file.addEventListener('change', () => {
    verifying.begin(file.files?.[0]);
    file.value = '';
  });
  // What was given beside the file changed: the last verdict no longer is about what stands on the page.
  for (const id of ['keys', 'checkpoint', 'consistency']) takeFile(id, () => verifying.begin());
  byId('stop').addEventListener('click', () => verifying.stop());
  byId('given').addEventListener('submit', (event) => event.preventDefault());
  takeDrops(verifying);
}
