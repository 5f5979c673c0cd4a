/**
 * 「在本机核验」 on the public page of a draw: fetches the transcript, draws anew with the program of the offline verifier, and holds the
 * outcome against what the page says. The page is whole without it.
 */
import { canonicalize, sha256, toHex, utf8 } from '@srd/kernel';
import { verify, type DrawTranscript } from '@srd/proof/draw';

function said(verdict: 'yes' | 'wrong' | 'cannot-judge', title: string, lines: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.className = `answer ${verdict === 'yes' ? 'yes' : 'no'}`;
  const head = document.createElement('h3');
  const mark = document.createElement('span');
  mark.className = 'mark';
  mark.setAttribute('aria-hidden', 'true');
  mark.textContent = verdict === 'yes' ? '✓' : '✗';
  head.append(mark, title);
  box.append(head);
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    box.append(paragraph);
  }
  return box;
}

function outcomeOf(transcript: DrawTranscript): string {
  if (!('selected' in transcript)) return `重算选派了 ${transcript.assigned.length} 件案件的检查人员，与记录逐人相同。`;
  const names = new Map(transcript.request.candidates.map(({ id, name }) => [id, name]));
  return `重算抽中：${transcript.selected.map((id) => names.get(id) ?? id).join('、')}。`;
}

/** Judges the text of a transcript against the hash that the page shows. */
function judged(text: string, hash: string): HTMLElement {
  const { verdict, finding, notes } = verify(text, sha256);
  if (verdict !== 'yes') return said(verdict, '不一致', [finding]);
  const transcript = JSON.parse(text) as DrawTranscript;
  if (toHex(sha256(utf8(canonicalize(transcript as never)))) !== hash)
    return said('wrong', '不一致', ['下载到的抽取记录不是本页所示散列的那一份。']);
  return said('yes', '一致', [`${finding}。${outcomeOf(transcript)}`, ...notes.map((note) => `注意：${note}`)]);
}

async function check(section: HTMLElement, button: HTMLButtonElement, answer: HTMLElement): Promise<void> {
  button.disabled = true;
  answer.textContent = '正在下载并重算……';
  try {
    const response = await fetch(section.dataset['transcript'] ?? '');
    if (!response.ok) throw new Error(String(response.status));
    const text = await response.text();
    // Lets the line above be seen before the work begins.
    await new Promise((resolve) => setTimeout(resolve, 30));
    answer.replaceChildren(judged(text, section.dataset['hash'] ?? ''));
  } catch {
    answer.replaceChildren(said('cannot-judge', '没能核验', ['抽取记录没有下载成功，请稍后再试。']));
  }
  button.disabled = false;
}

for (const section of document.querySelectorAll<HTMLElement>('[data-transcript]')) {
  const button = section.querySelector<HTMLButtonElement>('[data-check]');
  const answer = section.querySelector<HTMLElement>('[data-answer]');
  section.querySelector<HTMLElement>('[data-with-script]')?.removeAttribute('hidden');
  if (button && answer) button.addEventListener('click', () => void check(section, button, answer));
}
