type Child = Node | string | null | readonly Child[];
type Attributes = Readonly<Record<string, string | true | ((event: Event) => void)>>;

function put(parent: Element, child: Child): void {
  if (child === null) return;
  if (typeof child === 'string' || child instanceof Node) parent.append(child);
  else for (const each of child) put(parent, each);
}

/** An element; children that are strings become text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  put(element, children);
  return element;
}

/** An element that the page's own markup holds. */
export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found as T;
}
