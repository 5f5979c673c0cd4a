import { timeInWords } from '@srd/kernel';
import { grouped } from '../shared/format';
import type { ContributorView } from './link';
import type { Opening } from './opening';
import type { Step } from './step';

/** What the page can be asked to do. */
export interface Actions {
  /** @throws what the server refused, or TypeError without a network */
  readonly seal: (value: string) => Promise<void>;
  readonly save: () => void;
}

type Given = {
  readonly view: ContributorView | undefined;
  readonly mine: Opening | undefined;
  readonly actions: Actions;
};
type Child = Node | string;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Partial<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value ?? '');
  made.append(...children);
  return made;
}

const title = (text: string): HTMLElement => element('h1', { tabindex: '-1' }, text);
const say = (...text: readonly Child[]): HTMLElement => element('p', {}, ...text);
const mono = (text: string): HTMLElement => element('code', {}, text);

function form({ seal }: Actions): HTMLElement {
  const input = element('input', {
    id: 'value',
    name: 'value',
    type: 'text',
    maxlength: '1000',
    autocomplete: 'off',
    'aria-describedby': 'hint',
  });
  const button = element('button', { type: 'submit' }, '封存');
  const trouble = element('p', { role: 'alert', class: 'trouble' });
  const made = element(
    'form',
    {},
    element('label', { for: 'value' }, '您选的数或文字'),
    input,
    element('p', { id: 'hint' }, '掷骰子、摸球、任意一句话都可以，也可以留空。封存后不能更改。'),
    button,
    trouble,
  );
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = '正在封存…';
    seal(input.value)
      .catch((error: unknown) => {
        trouble.textContent =
          error instanceof TypeError ? '网络不通，请再试一次；您输入的内容还在。' : (error as Error).message;
      })
      .finally(() => {
        button.disabled = false;
        button.textContent = '封存';
      });
  });
  return made;
}

/** What opens the seal, to be kept as a proof against a false 「缺席」. */
function receipt({ mine, actions }: Given): readonly HTMLElement[] {
  if (!mine) return [];
  const save = element('button', { type: 'button', class: 'second' }, '保存开启凭据');
  save.addEventListener('click', () => actions.save());
  return [
    element(
      'dl',
      {},
      element('dt', {}, '您封存的值'),
      element('dd', { class: 'value' }, mine.value === '' ? '（空）' : mine.value),
      element('dt', {}, '封存值（公开）'),
      element('dd', {}, mono(grouped(mine.seal))),
    ),
    save,
  ];
}

const KINDS = { 'srd-draw/1': '抽取检查对象', 'srd-assign/1': '选派执法检查人员' } as const;

function about({ view }: Given): readonly HTMLElement[] {
  if (!view) return [];
  return [
    element(
      'dl',
      { class: 'about' },
      element('dt', {}, '抽取'),
      element('dd', {}, `${view.task}：${KINDS[view.protocol]}（第 ${view.attempt} 次）`),
      element('dt', {}, '您的身份'),
      element('dd', {}, `${view.by}（${view.role}）`),
      element('dt', {}, '承诺值（与大屏对照）'),
      element('dd', {}, mono(grouped(view.commitment))),
    ),
  ];
}

const publicPage = ({ view }: Given): HTMLElement =>
  say(element('a', { href: `/public/draws/${encodeURIComponent(view?.draw ?? '')}` }, '查看本次抽取的公开页面'));

/** The page at a step: heading first, then what to do, then what to keep. */
export function screenOf(
  step: Step | 'waiting' | 'no-link' | 'unknown' | 'offline',
  given: Given,
): readonly HTMLElement[] {
  const { view } = given;
  const until = view?.openUntil ? timeInWords(view.openUntil) : '';
  switch (step) {
    case 'waiting':
      return [title('正在载入…'), say('正在查看抽取进行到哪一步。')];
    case 'no-link':
    case 'unknown':
      return [title('链接无效'), say('请重新扫描工作人员出示的二维码。每个链接只属于一位见证人、一次抽取。')];
    case 'offline':
      return [title('连接不上'), say('请检查网络，本页会自动再试。')];
    case 'enter':
      return [
        title('请封存一个值'),
        say('它与服务器的密值一起决定抽取结果，谁也不能独自左右。您的值在截止前只留在这台设备上，只有它的散列会发出。'),
        form(given.actions),
        ...about(given),
      ];
    case 'resend':
      return [title('正在封存…'), say('上次没有收到回执，正在重新发送同一个封存值。'), ...receipt(given)];
    case 'sealed':
      return [
        title('已封存'),
        say('请保持本页打开，或稍后用这台设备再次打开。工作人员宣布截止后，本页会自动开启。'),
        ...receipt(given),
        ...about(given),
      ];
    case 'open':
      return [title('正在开启…'), say(`封存已截止，正在发送您的值。须在 ${until} 前完成。`), ...receipt(given)];
    case 'opened':
      return [title('已开启'), say('您的值已计入本次抽取，等待揭晓。'), ...receipt(given), publicPage(given)];
    case 'elsewhere':
      return [
        title('已在另一台设备封存'),
        say('开启所需的值只在封存时所用的设备（和浏览器）里。请在那台设备上打开本链接。'),
        ...about(given),
      ];
    case 'too-late':
      return [title('封存已截止'), say('本链接没有封存值，不再接受。'), publicPage(given)];
    case 'absent':
      return [
        title('记为缺席'),
        say('开启已结束，没有收到您的值，缺席会永久公开。如与事实不符，下面的凭据可以证明您封存过什么。'),
        ...receipt(given),
        publicPage(given),
      ];
    case 'voided':
      return [
        title('本次抽取已作废'),
        say('作废时还没有任何结果。作废的一次永久公开，下一次会另发链接。'),
        publicPage(given),
      ];
    case 'lost':
      return [title('密值遗失'), say('本次抽取没有结果，永久公开。'), publicPage(given)];
    case 'revealed':
      return [
        title('已揭晓'),
        say('感谢您现场监督。您可以在自己的设备上核验结果。'),
        publicPage(given),
        ...receipt(given),
      ];
  }
}
